using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Xinzhou.Dashboard.Data.Backup;

namespace Xinzhou.Dashboard.Data.Tests.Backup;

/// <summary>The examples of GB/T 32907 and of RFC 8998, and keys by SM3.</summary>
[Trait("Category", "Quick")]
[Trait("Category", "Security")]
public sealed class Sm4Tests
{
    private static readonly byte[] Key = Convert.FromHexString("0123456789abcdeffedcba9876543210");

    [Fact]
    public void The_example_of_the_standard_has_its_block()
    {
        var engine = new SM4Engine();
        engine.Init(forEncryption: true, new KeyParameter(Key));
        var block = new byte[16];

        engine.ProcessBlock(Key, block);

        Assert.Equal("681edf34d206965e86b3e94f536e4246", Convert.ToHexStringLower(block));
    }

    [Fact]
    public void The_example_of_GCM_has_its_bytes_and_its_tag()
    {
        var content = Convert.FromHexString("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        var (nonce, place) = (Convert.FromHexString("00001234567800000000abcd"), Convert.FromHexString("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        var (written, tag) = (new byte[content.Length], new byte[ChunkSeal.TagLength]);
        using var cipher = new Sm4ChunkCipher(Key);

        cipher.Encrypt(nonce, content, written, tag, place);

        Assert.Equal(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d",
            Convert.ToHexStringLower(written));
        Assert.Equal("83de3541e4c2b58177e065a9bf7b62ec", Convert.ToHexStringLower(tag));
        var opened = new byte[content.Length];
        Assert.True(cipher.TryDecrypt(nonce, written, tag, opened, place));
        Assert.Equal(content, opened);
        tag[0] ^= 1;
        Assert.False(cipher.TryDecrypt(nonce, written, tag, opened, place));
    }

    [Fact]
    public async Task Its_keys_are_others_than_those_for_AES_and_as_long_as_it_wants()
    {
        using var folder = new BackupFolder();
        var key = await folder.KeyAsync(new('k', 32));
        var salt = new byte[BackupKey.SaltLength];

        var (sm4, aes) = (key.Derive(salt, 10, BackupCipher.Sm4), key.Derive(salt, 10, BackupCipher.Aes));

        Assert.Equal((16, 32), (sm4.Content.Length, aes.Content.Length));
        Assert.NotEqual(aes.Content[..16], sm4.Content);
        Assert.NotEqual(aes.Check, sm4.Check);
        Assert.NotEqual(key.Derive(salt, 11, BackupCipher.Sm4).Content, sm4.Content);
    }
}

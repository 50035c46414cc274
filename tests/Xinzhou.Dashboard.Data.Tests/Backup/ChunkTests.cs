using System.Security.Cryptography;
using Xinzhou.Dashboard.Data.Backup;

namespace Xinzhou.Dashboard.Data.Tests.Backup;

[Trait("Category", "Quick")]
[Trait("Category", "Security")]
public sealed class ChunkTests
{
    private const int Frame = BackupChunks.LengthLength + BackupChunks.Length + ChunkSeal.TagLength;

    private static readonly byte[] Header = SHA256.HashData("header"u8);
    private static readonly byte[] Key = SHA256.HashData("key"u8);

    public static TheoryData<int, BackupCipher> Lengths
    {
        get
        {
            var lengths = new TheoryData<int, BackupCipher>();
            foreach (var length in new[] { 0, 1, BackupChunks.Length, BackupChunks.Length + 1, 3 * BackupChunks.Length })
            {
                lengths.Add(length, BackupCipher.Aes);
                lengths.Add(length, BackupCipher.Sm4);
            }

            return lengths;
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task What_was_sealed_is_what_is_opened(int length, BackupCipher cipher)
    {
        var content = Content(length);
        foreach (var key in new[] { null, KeyOf(cipher) })
        {
            var file = await WriteAsync(content, key, cipher);

            Assert.Equal(content, await ReadAsync(file, key, cipher));
            if (length > 1) Assert.Equal(key is null, file.AsSpan().IndexOf(content.AsSpan(0, 1_000)) > 0);
        }
    }

    public static TheoryData<BackupCipher?, string> Changes
    {
        get
        {
            var changes = new TheoryData<BackupCipher?, string>();
            foreach (var change in new[] { "flip", "drop", "swap", "double", "cut", "append", "another file", "unmark" })
            {
                changes.Add(null, change);
                changes.Add(BackupCipher.Aes, change);
                changes.Add(BackupCipher.Sm4, change);
            }

            return changes;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_chunk_that_was_changed_left_out_moved_or_taken_from_elsewhere_does_not_open(BackupCipher? encrypted, string change)
    {
        var (key, cipher) = (encrypted is { } given ? KeyOf(given) : null, encrypted ?? BackupCipher.Aes);
        var file = await WriteAsync(Content((2 * BackupChunks.Length) + 100), key, cipher);
        byte[] first = file[..Frame], second = file[Frame..(2 * Frame)], last = file[(2 * Frame)..];
        var other = await WriteAsync(Content((2 * BackupChunks.Length) + 100), key, cipher, SHA256.HashData("another"u8));
        byte[] changed = change switch
        {
            "flip" => [.. first, .. second[..1_000], (byte)(second[1_000] ^ 1), .. second[1_001..], .. last],
            "drop" => [.. first, .. last],
            "swap" => [.. second, .. first, .. last],
            "double" => [.. first, .. first, .. second, .. last],
            "cut" => [.. first, .. second],
            "append" => [.. file, 0],
            "another file" => [.. first, .. other[Frame..]],
            _ => [.. first, .. second, (byte)(last[0] & 0x7f), .. last[1..]],
        };

        var fault = (await Assert.ThrowsAsync<BackupException>(() => ReadAsync(changed, key, cipher))).Fault;

        Assert.Contains(fault, new[] { BackupFault.Damaged, BackupFault.Truncated });
    }

    [Theory]
    [InlineData(BackupCipher.Aes, BackupCipher.Sm4)]
    [InlineData(BackupCipher.Sm4, BackupCipher.Aes)]
    public async Task Another_key_or_another_cipher_opens_nothing(BackupCipher cipher, BackupCipher other)
    {
        var file = await WriteAsync(Content(10), KeyOf(cipher), cipher);

        Assert.Equal(BackupFault.Damaged, await FaultAsync(SHA256.HashData("other"u8)[..KeyOf(cipher).Length], cipher));
        Assert.Equal(BackupFault.Damaged, await FaultAsync(KeyOf(other), other));
        Assert.Equal(BackupFault.Damaged, await FaultAsync(null, cipher));
        async Task<BackupFault> FaultAsync(byte[]? key, BackupCipher named) => (await Assert.ThrowsAsync<BackupException>(() => ReadAsync(file, key, named))).Fault;
    }

    private static byte[] KeyOf(BackupCipher cipher) => Key[..ChunkCipher.KeyLength(cipher)];

    // The same bytes at every run, none of them a pattern.
    private static byte[] Content(int length)
    {
        var content = new byte[length];
        if (length > 0) HKDF.Expand(HashAlgorithmName.SHA256, Key, content.AsSpan(0, Math.Min(length, 8_000)), []);
        for (var at = 8_000; at < length; at++) content[at] = (byte)(content[at - 8_000] + 1);
        return content;
    }

    private static async Task<byte[]> WriteAsync(byte[] content, byte[]? key, BackupCipher cipher, byte[]? header = null)
    {
        using var file = new MemoryStream();
        using var seal = new ChunkSeal(header ?? Header, key, cipher);
        await using var writer = new ChunkWriter(file, seal);
        foreach (var piece in content.Chunk(50_001)) await writer.WriteAsync(piece);
        await writer.FinishAsync(default);
        return file.ToArray();
    }

    private static async Task<byte[]> ReadAsync(byte[] written, byte[]? key, BackupCipher cipher)
    {
        using var file = new MemoryStream(written);
        using var seal = new ChunkSeal(Header, key, cipher);
        await using var reader = new ChunkReader(file, seal);
        using var content = new MemoryStream();
        var buffer = new byte[9_999];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0) await content.WriteAsync(buffer.AsMemory(0, read));
        return content.ToArray();
    }
}

using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>SM4-GCM.</summary>
internal sealed class Sm4ChunkCipher(byte[] key) : ChunkCipher
{
    private readonly GcmBlockCipher _gcm = new(new SM4Engine());
    private readonly KeyParameter _key = new(key);

    // Content and tag come and go as one; what was decrypted is handed on only when the tag fits.
    private readonly byte[] _both = new byte[BackupChunks.Length + ChunkSeal.TagLength];

    public override void Encrypt(byte[] nonce, ReadOnlySpan<byte> content, Span<byte> written, Span<byte> tag, byte[] place)
    {
        Begin(forEncryption: true, nonce, place);
        var length = _gcm.ProcessBytes(content, _both);
        _gcm.DoFinal(_both.AsSpan(length));
        _both.AsSpan(0, content.Length).CopyTo(written);
        _both.AsSpan(content.Length, ChunkSeal.TagLength).CopyTo(tag);
    }

    public override bool TryDecrypt(byte[] nonce, ReadOnlySpan<byte> written, ReadOnlySpan<byte> tag, Span<byte> content, byte[] place)
    {
        Begin(forEncryption: false, nonce, place);
        var length = _gcm.ProcessBytes(written, _both);
        length += _gcm.ProcessBytes(tag, _both.AsSpan(length));
        try
        {
            _gcm.DoFinal(_both.AsSpan(length));
        }
        catch (InvalidCipherTextException)
        {
            return false;
        }

        _both.AsSpan(0, written.Length).CopyTo(content);
        return true;
    }

    public override void Dispose() => CryptographicOperations.ZeroMemory(_both);

    private void Begin(bool forEncryption, byte[] nonce, byte[] place) =>
        _gcm.Init(forEncryption, new AeadParameters(_key, ChunkSeal.TagLength * 8, nonce, place));
}

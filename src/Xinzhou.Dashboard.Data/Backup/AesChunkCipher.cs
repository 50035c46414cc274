using System.Security.Cryptography;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>AES-256-GCM.</summary>
internal sealed class AesChunkCipher(byte[] key) : ChunkCipher
{
    private readonly AesGcm _gcm = new(key, ChunkSeal.TagLength);

    public override void Encrypt(byte[] nonce, ReadOnlySpan<byte> content, Span<byte> written, Span<byte> tag, byte[] place) =>
        _gcm.Encrypt(nonce, content, written, tag, place);

    public override bool TryDecrypt(byte[] nonce, ReadOnlySpan<byte> written, ReadOnlySpan<byte> tag, Span<byte> content, byte[] place)
    {
        try
        {
            _gcm.Decrypt(nonce, written, tag, content, place);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public override void Dispose() => _gcm.Dispose();
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>
/// Seals the chunks of a file one after the other, encrypted, or without a key with a checksum alone: one that was
/// changed, left out, doubled, moved or taken from another file does not open.
/// </summary>
internal sealed class ChunkSeal : IDisposable
{
    public const int TagLength = 16;

    private const int NonceLength = 12;

    private readonly ChunkCipher? _cipher;

    // What a chunk is sealed with beside its content: the digest of the header, its number, and whether it is the last.
    private readonly byte[] _place;
    private long _number;

    /// <param name="header">The digest of the header.</param>
    /// <param name="key">The key of this file alone, so that a number may serve as nonce; null without encryption.</param>
    /// <param name="cipher">What the key is for.</param>
    public ChunkSeal(byte[] header, byte[]? key, BackupCipher cipher = BackupCipher.Aes)
    {
        _place = [.. header, .. new byte[sizeof(long) + 1]];
        if (key is not null) _cipher = ChunkCipher.Of(cipher, key);
    }

    /// <summary>Seals the next chunk.</summary>
    public void Close(ReadOnlySpan<byte> content, bool isLast, Span<byte> written, Span<byte> tag)
    {
        var nonce = Next(isLast);
        if (_cipher is not null)
        {
            _cipher.Encrypt(nonce, content, written, tag, _place);
            return;
        }

        content.CopyTo(written);
        Checksum(content, tag);
    }

    /// <summary>Opens the next chunk; false if it is not what was sealed here.</summary>
    public bool TryOpen(ReadOnlySpan<byte> written, ReadOnlySpan<byte> tag, bool isLast, Span<byte> content)
    {
        var nonce = Next(isLast);
        if (_cipher is not null) return _cipher.TryDecrypt(nonce, written, tag, content, _place);
        Span<byte> checksum = stackalloc byte[TagLength];
        Checksum(written, checksum);
        written.CopyTo(content);
        return checksum.SequenceEqual(tag);
    }

    public void Dispose() => _cipher?.Dispose();

    private byte[] Next(bool isLast)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceLength - sizeof(long)), _number);
        nonce.AsSpan(NonceLength - sizeof(long)).CopyTo(_place.AsSpan(_place.Length - 1 - sizeof(long)));
        _place[^1] = isLast ? (byte)1 : (byte)0;
        _number++;
        return nonce;
    }

    private void Checksum(ReadOnlySpan<byte> content, Span<byte> checksum)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(_place);
        sha.AppendData(content);
        sha.GetHashAndReset().AsSpan(0, TagLength).CopyTo(checksum);
    }
}

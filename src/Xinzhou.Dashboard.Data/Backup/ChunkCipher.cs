namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>Encrypts chunks so that one that was changed, or stands elsewhere, does not open.</summary>
internal abstract class ChunkCipher : IDisposable
{
    /// <summary>The one of a name.</summary>
    /// <param name="cipher">Its name.</param>
    /// <param name="key">As many bytes as <see cref="KeyLength"/> says.</param>
    public static ChunkCipher Of(BackupCipher cipher, byte[] key) => cipher == BackupCipher.Sm4 ? new Sm4ChunkCipher(key) : new AesChunkCipher(key);

    /// <summary>The bytes of its key.</summary>
    public static int KeyLength(BackupCipher cipher) => cipher == BackupCipher.Sm4 ? 16 : 32;

    /// <summary>Encrypts a chunk.</summary>
    /// <param name="nonce">12 bytes that no other chunk under the key has.</param>
    /// <param name="content">At most <see cref="BackupChunks.Length"/> bytes.</param>
    /// <param name="written">As long as the content.</param>
    /// <param name="tag"><see cref="ChunkSeal.TagLength"/> bytes.</param>
    /// <param name="place">What it is sealed with beside its content.</param>
    public abstract void Encrypt(byte[] nonce, ReadOnlySpan<byte> content, Span<byte> written, Span<byte> tag, byte[] place);

    /// <summary>Decrypts a chunk; false if it is not what was encrypted with that key, nonce and place.</summary>
    public abstract bool TryDecrypt(byte[] nonce, ReadOnlySpan<byte> written, ReadOnlySpan<byte> tag, Span<byte> content, byte[] place);

    public abstract void Dispose();
}

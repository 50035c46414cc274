using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>
/// The beginning of a backup: eight letters, the length of what follows, a JSON object that says how the rest is sealed, and
/// the first bytes of the SHA-256 of all of it. Every chunk after it is sealed with it.
/// </summary>
internal sealed record BackupHeader
{
    public const int Format = 1;
    public const string Unencrypted = "none";

    private const string Aes = "aes-256-gcm";
    private const string Sm4 = "sm4-128-gcm";
    private const int MaxLength = 4_096;
    private const int ChecksumLength = 16;
    private const int MaxIterations = 10_000_000;

    /// <summary>The format of the file.</summary>
    public required int Version { get; init; }

    /// <summary><see cref="Unencrypted"/>, or what it is encrypted with.</summary>
    public required string Cipher { get; init; }

    /// <summary>What makes the key of this file from that of the key file; null if it is not encrypted.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>How often PBKDF2 goes round.</summary>
    public int Iterations { get; init; }

    /// <summary>Tells whether a key is the right one.</summary>
    public byte[]? Check { get; init; }

    private static ReadOnlySpan<byte> Letters => "XZDBACK\n"u8;

    /// <summary>Begins a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">What to encrypt it with; null to leave it readable.</param>
    /// <param name="cipher">How it is encrypted.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What seals the chunks that follow.</returns>
    public static async Task<ChunkSeal> WriteAsync(Stream file, BackupKey? key, BackupCipher cipher, CancellationToken cancellation)
    {
        var header = new BackupHeader { Version = Format, Cipher = Unencrypted };
        byte[]? content = null;
        if (key is not null)
        {
            var salt = RandomNumberGenerator.GetBytes(BackupKey.SaltLength);
            (content, var check) = key.Derive(salt, BackupKey.Iterations, cipher);
            header = new() { Version = Format, Cipher = cipher == BackupCipher.Sm4 ? Sm4 : Aes, Salt = salt, Iterations = BackupKey.Iterations, Check = check };
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(header, JsonSerializerOptions.Web);
        var written = new byte[Letters.Length + sizeof(int) + json.Length];
        Letters.CopyTo(written);
        BinaryPrimitives.WriteInt32BigEndian(written.AsSpan(Letters.Length), json.Length);
        json.CopyTo(written, Letters.Length + sizeof(int));
        var digest = SHA256.HashData(written);
        await file.WriteAsync((byte[])[.. written, .. digest[..ChecksumLength]], cancellation);
        return new(digest, content, cipher);
    }

    /// <summary>Reads the beginning of a file.</summary>
    /// <returns>What opens the chunks that follow.</returns>
    /// <exception cref="BackupException">It is no backup, damaged, or the key does not fit.</exception>
    public static async Task<ChunkSeal> ReadAsync(Stream file, BackupKey? key, CancellationToken cancellation)
    {
        var start = new byte[Letters.Length + sizeof(int)];
        var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        if (!start.AsSpan(0, Math.Min(read, Letters.Length)).SequenceEqual(Letters)) throw NotOne();
        var length = read < start.Length ? 0 : BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(Letters.Length));
        if (read < start.Length) throw BackupChunks.Truncated();
        if (length is < 2 or > MaxLength) throw BackupChunks.Damaged();
        var rest = new byte[length + ChecksumLength];
        if (await file.ReadAtLeastAsync(rest, rest.Length, throwOnEndOfStream: false, cancellation) < rest.Length) throw BackupChunks.Truncated();
        var digest = SHA256.HashData([.. start, .. rest[..length]]);
        if (!digest.AsSpan(0, ChecksumLength).SequenceEqual(rest.AsSpan(length))) throw BackupChunks.Damaged();
        var header = Parse(rest.AsSpan(0, length));
        return new(digest, header.KeyOfContent(key), header.EncryptedWith() ?? BackupCipher.Aes);
    }

    private static BackupHeader Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupHeader>(json, JsonSerializerOptions.Web) is { Version: Format } header ? header : throw NotOne();
        }
        catch (JsonException other)
        {
            throw NotOne(other);
        }
    }

    private byte[]? KeyOfContent(BackupKey? key)
    {
        if (Cipher == Unencrypted)
        {
            if (key is null) return null;
            throw new BackupException(BackupFault.NotEncrypted, "The backup is not encrypted, so nobody can say that it is the one you mean: leave --key out if it is.");
        }

        if (EncryptedWith() is not { } cipher || Salt is null || Check is null || Iterations is < 1 or > MaxIterations) throw NotOne();
        if (key is null) throw new BackupException(BackupFault.KeyNeeded, "The backup is encrypted: give its key file with --key FILE.");
        var (content, check) = key.Derive(Salt, Iterations, cipher);
        return CryptographicOperations.FixedTimeEquals(check, Check)
            ? content
            : throw new BackupException(BackupFault.WrongKey, "The backup is encrypted with another key than that of the key file.");
    }

    private BackupCipher? EncryptedWith() => Cipher switch
    {
        Aes => BackupCipher.Aes,
        Sm4 => BackupCipher.Sm4,
        _ => null,
    };

    private static BackupException NotOne(Exception? inner = null) =>
        new(BackupFault.NotABackup, "The file is not a backup of this product, or of a format that this version does not know.", inner);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>What a backup is encrypted with: the content of a key file, blanks and line ends at its end aside.</summary>
public sealed class BackupKey
{
    /// <summary>The fewest bytes of a key.</summary>
    public const int MinLength = 16;

    /// <summary>The most bytes of a key file.</summary>
    public const int MaxLength = 65_536;

    internal const int SaltLength = 32;
    internal const int CheckLength = 16;

    // What OWASP asks for with SHA-256: somebody may have thought the key up. Of SM3 it says nothing; the same.
    internal const int Iterations = 600_000;

    private readonly byte[] _secret;

    private BackupKey(byte[] secret) => _secret = secret;

    /// <summary>Reads a key file.</summary>
    /// <exception cref="BackupException"><see cref="BackupFault.NoKey"/>: it is too short or too long.</exception>
    public static async Task<BackupKey> ReadAsync(FileInfo file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var content = file.Length > MaxLength ? null : await File.ReadAllBytesAsync(file.FullName, cancellation);
        var length = content.AsSpan().TrimEnd(" \t\r\n"u8).Length;
        if (content is null || length is < MinLength or > MaxLength)
        {
            throw new BackupException(BackupFault.NoKey, string.Create(CultureInfo.InvariantCulture,
                $"“{file.Name}” is no key: a key file has {MinLength} to {MaxLength} bytes; “openssl rand -hex 32 > FILE” makes one."));
        }

        return new(content[..length]);
    }

    /// <summary>The key of the content of one file, and what tells that it is the right one.</summary>
    internal (byte[] Content, byte[] Check) Derive(byte[] salt, int iterations, BackupCipher cipher)
    {
        var both = cipher == BackupCipher.Sm4
            ? Sm3KeyDerivation.Pbkdf2(_secret, salt, iterations)
            : Rfc2898DeriveBytes.Pbkdf2(_secret, salt, iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
        return (Expand("xinzhou-dashboard backup: content", ChunkCipher.KeyLength(cipher)), Expand("xinzhou-dashboard backup: check", CheckLength));

        byte[] Expand(string use, int length) => cipher == BackupCipher.Sm4
            ? Sm3KeyDerivation.Expand(both, length, Encoding.ASCII.GetBytes(use))
            : HKDF.Expand(HashAlgorithmName.SHA256, both, length, Encoding.ASCII.GetBytes(use));
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Xinzhou.Dashboard.Data.Secrets;

/// <summary>
/// What secrets in the database are encrypted under: the content of a key file, blanks and line ends at its end aside. Kept
/// where the database and its backups are not, it makes them worthless to who reads those.
/// </summary>
public sealed class SecretKey
{
    /// <summary>The fewest bytes: the file is believed to be random.</summary>
    public const int MinLength = 32;

    /// <summary>The most bytes of a key file.</summary>
    public const int MaxLength = 65_536;

    private const string Form = "xzd1";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key;

    private SecretKey(byte[] secret)
    {
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, SHA256.HashSizeInBytes, info: "xinzhou-dashboard secrets: content"u8.ToArray());
        Id = Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 4, info: "xinzhou-dashboard secrets: name"u8.ToArray()));
    }

    /// <summary>What the key is called beside what it encrypts; it tells nothing of the key.</summary>
    public string Id { get; }

    /// <summary>What everything begins with that is encrypted under any key.</summary>
    internal static string AnyPrefix => $"{Form}:";

    /// <summary>What everything begins with that is encrypted under this one.</summary>
    internal string Prefix => $"{Form}:{Id}:";

    /// <summary>Reads a key file.</summary>
    /// <exception cref="SecretKeyException">It cannot be read, or is too short or too long for a key.</exception>
    public static SecretKey Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            byte[] content = file.Length > MaxLength ? [] : File.ReadAllBytes(path);
            var length = content.AsSpan().TrimEnd(" \t\r\n"u8).Length;
            if (length >= MinLength) return new(content[..length]);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SecretKeyException($"The key file “{path}” cannot be read: {unreadable.Message}", unreadable);
        }

        throw new SecretKeyException(string.Create(
            CultureInfo.InvariantCulture, $"“{path}” is no key: a key file has {MinLength} to {MaxLength} bytes; “openssl rand -hex 32 > FILE” makes one."));
    }

    /// <summary>Encrypts (AES-256-GCM): <c>xzd1:</c>, the name of the key, and nonce, content and tag in base64.</summary>
    /// <param name="text">The secret.</param>
    /// <param name="place">Where it belongs: elsewhere it cannot be read.</param>
    internal string Protect(string text, string place)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var written = new byte[NonceLength + content.Length + TagLength];
        var (nonce, sealedContent, tag) = Parts(written);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Encrypt(nonce, content, sealedContent, tag, Encoding.UTF8.GetBytes(place));
        return Prefix + Convert.ToBase64String(written);
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="SecretKeyException">It was changed, or belongs elsewhere.</exception>
    internal string Unprotect(string text, string place)
    {
        try
        {
            var written = Convert.FromBase64String(text[Prefix.Length..]);
            if (written.Length < NonceLength + TagLength) throw new CryptographicException("It is too short.");
            var (nonce, sealedContent, tag) = Parts(written);
            var content = new byte[sealedContent.Count];
            using var cipher = new AesGcm(_key, TagLength);
            cipher.Decrypt(nonce, sealedContent, tag, content, Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(content);
        }
        catch (Exception changed) when (changed is CryptographicException or FormatException)
        {
            throw new SecretKeyException("A secret in the database was changed, or moved from elsewhere: it cannot be read.", changed);
        }
    }

    private static (ArraySegment<byte> Nonce, ArraySegment<byte> Content, ArraySegment<byte> Tag) Parts(byte[] written) => (
        new(written, 0, NonceLength),
        new(written, NonceLength, written.Length - NonceLength - TagLength),
        new(written, written.Length - TagLength, TagLength));
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>
/// The text of an API token: <c>xzd_</c>, 256 random bits, and four characters by which a mistyped or made-up one is told
/// from a real one without asking the database. It is shown once; only its hash is kept.
/// </summary>
public static class TokenSecret
{
    private const string Prefix = "xzd_";
    private const int RandomBytes = 32;
    private const int RandomLength = 43;
    private const int CheckBytes = 3;
    private const int CheckLength = 4;

    /// <summary>A new token.</summary>
    public static string Create()
    {
        var random = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        return $"{Prefix}{random}{Check(random)}";
    }

    /// <summary>True when the text can be a token at all.</summary>
    public static bool IsWellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Prefix.Length + RandomLength + CheckLength
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text.EndsWith(Check(text[Prefix.Length..^CheckLength]), StringComparison.Ordinal);
    }

    /// <summary>
    /// What is kept of a token: its SHA-256. A slow hash is for passwords, which can be guessed; 256 random bits cannot.
    /// </summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string Check(string random) => Base64Url.EncodeToString(Hash(Prefix + random).AsSpan(0, CheckBytes));
}

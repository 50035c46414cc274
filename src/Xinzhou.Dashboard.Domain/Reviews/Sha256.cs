using System.Security.Cryptography;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>How hashes are written here: SHA-256 as 64 hexadecimal digits in lower case.</summary>
public static class Sha256
{
    private const int Digits = 64;

    /// <summary>The hash of a content.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Whether a text is a hash as it is written here.</summary>
    public static bool IsHash(string? text) => text is { Length: Digits } && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}

using System.Globalization;
using System.Security.Cryptography;

namespace Xinzhou.Dashboard.Testing;

/// <summary>RFC 6238 as a phone computes it: HMAC-SHA-1 over the number of the half minute, six digits.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a key (Base32) at a moment.</summary>
    public static string At(string key, DateTimeOffset moment)
    {
        var counter = BitConverter.GetBytes(moment.ToUnixTimeSeconds() / 30);
        Array.Reverse(counter);
#pragma warning disable CA5350 // RFC 6238 says SHA-1.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in base32.ToUpperInvariant().Where(c => !char.IsWhiteSpace(c)))
        {
            (buffer, bits) = ((buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits >= 8)
            {
                bytes.Add((byte)(buffer >> (bits - 8)));
                (buffer, bits) = (buffer & ((1 << (bits - 8)) - 1), bits - 8);
            }
        }

        return [.. bytes];
    }
}

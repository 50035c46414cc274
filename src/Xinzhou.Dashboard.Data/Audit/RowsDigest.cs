using System.Globalization;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>What was recorded at once, in so few letters that an event of the audit log holds it.</summary>
/// <param name="First">The number of the first row.</param>
/// <param name="Last">The number of the last.</param>
/// <param name="Count">How many rows there are from the first to the last.</param>
/// <param name="Sha256">SHA-256 over what they say, in hexadecimal digits.</param>
public sealed record RowsDigest(long First, long Last, long Count, string Sha256)
{
    // Of the form in which rows are written: another one would be another letter.
    private const string Form = "a";

    /// <summary>Reads what <see cref="ToString"/> writes; null when it is none, or one of a form that this version does not know.</summary>
    public static RowsDigest? Parse(string? text) =>
        text?.Split(':') is [Form, var range, var count, { Length: 64 } hash] && hash.All(char.IsAsciiHexDigitLower)
        && range.Split('-') is [var first, var last]
        && Number(first) is { } from && Number(last) is { } to && Number(count) is { } rows
            ? new(from, to, rows, hash)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Form}:{First}-{Last}:{Count}:{Sha256}");

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

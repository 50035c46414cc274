using System.Globalization;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>
/// Where the log stood at some moment. Kept where the owner of the database cannot reach it, it shows later that nothing
/// up to there was written anew.
/// </summary>
/// <param name="Event">The number of the last event; 0 before the first.</param>
/// <param name="Hash">Its hash, in hexadecimal digits.</param>
public sealed record AuditHead(long Event, string Hash)
{
    /// <summary>Reads what <see cref="ToString"/> writes; null when it is none.</summary>
    public static AuditHead? Parse(string? text) =>
        text?.Trim().Split(':') is [var number, { Length: 64 } hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && hash.All(char.IsAsciiHexDigit)
            ? new(last, hash.ToLowerInvariant())
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Event}:{Hash}");
}

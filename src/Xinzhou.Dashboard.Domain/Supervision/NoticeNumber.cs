using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>The number of a notice (督办单): the year in which it was issued and its place in that year, as 2026-012.</summary>
/// <param name="Year">1–9999.</param>
/// <param name="Sequence">From 1.</param>
public readonly record struct NoticeNumber(int Year, int Sequence)
{
    /// <summary>2026-012.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Sequence:D3}");

    /// <summary>The number of a code, in its one spelling; null where it is none.</summary>
    public static NoticeNumber? Parse(string? code) =>
        code is { Length: >= 8 and <= 12 } && code[4] == '-'
        && int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
        && int.TryParse(code.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0
        && new NoticeNumber(year, sequence) is var number && number.Code == code
            ? number
            : null;

    public override string ToString() => Code;
}

using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>The path to a target as it is written on a page: <c>2025:900, 2026:1000.5</c>, in the unit of the target.</summary>
public static partial class YearPathNotation
{
    /// <summary>The points in the order of their years; empty for an empty text, null where it is no path or names a year twice.</summary>
    public static IReadOnlyList<YearPoint>? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var points = new List<YearPoint>();
        foreach (var part in Separators().Split(text).Where(p => !string.IsNullOrWhiteSpace(p)))
        {
            if (part.Split([':', '：']) is not [var year, var value]
                || Year().Match(PlainField.Compact(year)) is not { Success: true } match
                || PlainField.Number(value, out _) is not { } number)
            {
                return null;
            }

            points.Add(new(int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), number));
        }

        points.Sort((one, other) => one.Year.CompareTo(other.Year));
        return points.DistinctBy(p => p.Year).Count() == points.Count ? points : null;
    }

    /// <summary>The points as <see cref="Read"/> reads them back; empty where there are none.</summary>
    public static string Write(IReadOnlyList<YearPoint> points) =>
        string.Join(", ", points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Year}:{p.Value}")));

    [GeneratedRegex("[、；;,，\n\r]+")]
    private static partial Regex Separators();

    [GeneratedRegex("^([0-9]{4})年?$")]
    private static partial Regex Year();
}

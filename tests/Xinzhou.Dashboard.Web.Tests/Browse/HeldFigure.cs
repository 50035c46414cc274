using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Browse;

/// <summary>A figure as the API answers it, and whether a text says the same.</summary>
/// <param name="Value">The number; null for a fact in words.</param>
/// <param name="Uom">The unit as published.</param>
/// <param name="Kind">The code of its kind.</param>
/// <param name="IsLevel">True for a level or a share, whose unit stands with it; growth is said in words.</param>
/// <param name="Unit">The code of the statistical unit.</param>
internal sealed partial record HeldFigure(decimal? Value, string Uom, string Kind, bool IsLevel, string Unit)
{
    /// <summary>
    /// The units in which a text says the value, none where it says another: growth in words without its sign; very long values
    /// rounded; in English in any unit of that kind, of which the one that is named has to be around.
    /// </summary>
    public IEnumerable<EnglishUnit> UnitsOf(string said, bool english)
    {
        var value = Value!.Value;
        var units = english ? EnglishUnits() : [new(Uom, 0)];
        if (value == 0 && NoChange().IsMatch(said)) return units;
        var number = Number().Match(said).Value;
        return units.Where(unit => new[] { value, Math.Round(value, 0, MidpointRounding.AwayFromZero) }
            .Any(v => number == unit.Number(Math.Abs(v)) && (v == value || value.Scale > 4)));
    }

    private EnglishUnit[] EnglishUnits()
    {
        var units = new HashSet<EnglishUnit>();
        for (var size = 1e-12m; size <= 1e16m; size *= 10) units.Add(EnglishUnit.Of(Uom, size));
        return [.. units];
    }

    /// <summary>Whether a text has the word for what has not happened; true for all else.</summary>
    public bool HasWord(string text, bool english)
    {
        var word = (Kind, english) switch
        {
            ("forecast", false) => "预计",
            ("forecast", true) => "expect",
            ("target", false) => "目标",
            ("target", true) => "target",
            _ => "",
        };
        return text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a number has the digits of the value, in whatever multiple of its unit.</summary>
    public bool HasDigitsOf(decimal number) => Value is { } value && Digits(value) == Digits(number);

    /// <summary>The digits without sign, point and the zeros on either side.</summary>
    private static string Digits(decimal number) =>
        Math.Abs(number).ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0');

    [GeneratedRegex("持平$|flat$|level with")]
    private static partial Regex NoChange();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();
}

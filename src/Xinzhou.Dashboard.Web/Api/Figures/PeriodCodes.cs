using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>Reads a period of a filter, written as the import format writes it, into the canonical codes it may stand for.</summary>
public static partial class PeriodCodes
{
    /// <summary>
    /// The codes; null when the text is no period. A bare year means the year with and without the date within it stated,
    /// because sources write both so.
    /// </summary>
    public static IReadOnlyList<string>? Read(string text)
    {
        if (text == Period.Unstated.Code)
        {
            return [text];
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return [Period.Point(day).Code];
        }

        var match = Form().Match(text);
        if (!match.Success || Number(match, "year") is not (> 0 and { } year))
        {
            return null;
        }

        if (Number(match, "last") is { } last)
        {
            return year < last ? [Period.Span(year, last).Code] : null;
        }

        if (Number(match, "to") is { } to)
        {
            return to is >= 1 and <= 12 ? [Period.Ytd(year, to).Code] : null;
        }

        if (Number(match, "month") is { } month)
        {
            return month is >= 1 and <= 12 ? [Period.Month(year, month).Code] : null;
        }

        if (Number(match, "quarter") is { } quarter)
        {
            return [Period.Quarter(year, quarter).Code];
        }

        return match.Groups["part"].Value switch
        {
            "H1" => [Period.Ytd(year, 6).Code],
            "9M" => [Period.Ytd(year, 9).Code],
            "FY" => [Period.FullYear(year).Code],
            _ => [Period.BareYear(year).Code, Period.FullYear(year).Code],
        };
    }

    private static int? Number(Match match, string group) => match.Groups[group] is { Success: true } found
        ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"^(?<year>[0-9]{4})(-((?<part>H1|9M|FY)|Q(?<quarter>[1-4])|M01-(?<to>[0-9]{2})|M(?<month>[0-9]{2})|(?<last>[0-9]{4})))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}

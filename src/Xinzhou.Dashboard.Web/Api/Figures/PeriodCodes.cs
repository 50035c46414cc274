using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>Reads a period of a filter, written as the import format writes it, into the canonical codes it may stand for.</summary>
public static class PeriodCodes
{
    /// <summary>
    /// The codes; null when the text is no period. A bare year means the year with and without the date within it stated,
    /// because sources write both so.
    /// </summary>
    public static IReadOnlyList<string>? Read(string text) =>
        !PeriodNotation.TryParseCode(text, out var code) ? null
        : code.Length == 4 ? [code, Period.FullYear(int.Parse(code, CultureInfo.InvariantCulture)).Code]
        : [code];
}

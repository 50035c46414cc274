using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>Reads a period of a filter, written as the import format writes it, into its canonical code.</summary>
public static class PeriodCodes
{
    /// <summary>The code; null when the text is no period. A bare year is its own code: 2024 is not 2024-FY.</summary>
    public static IReadOnlyList<string>? Read(string text) => PeriodNotation.TryParseCode(text, out var code) ? [code] : null;
}

using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using G = CsCheck.Gen;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

/// <summary>Random values that sources could write.</summary>
internal static class Gen
{
    private static readonly Gen<int> Year = G.Int[1990, 2040];

    /// <summary>Periods of every kind.</summary>
    public static readonly Gen<Period> Periods = G.OneOf(
        G.Select(Year, G.Int[1, 12], Period.Ytd),
        G.Select(Year, G.Int[1, 4], Period.Quarter),
        G.Select(Year, G.Int[1, 12], Period.Month),
        Year.Select(Period.FullYear),
        Year.Select(Period.BareYear),
        G.Select(Year, G.Int[1, 365], (y, d) => Period.Point(new DateOnly(y, 1, 1).AddDays(d - 1))),
        G.Select(Year, G.Int[1, 9], (y, n) => Period.Span(y, y + n)),
        G.Const(Period.Unstated));

    /// <summary>Numbers with up to eight decimals, trailing zeros among them.</summary>
    public static readonly Gen<decimal> Numbers =
        G.Select(G.Long[-999_999_999_999, 999_999_999_999], G.Int[0, 8], (digits, scale) =>
            digits == 0 ? new decimal(0, 0, 0, false, (byte)scale) : digits * new decimal(1, 0, 0, false, (byte)scale));

    /// <summary>Text as a careless hand types it: formulas, quotes, line breaks, any script; nothing around it to trim.</summary>
    public static readonly Gen<string> Texts = G.OneOf(
            G.Const(""),
            G.OneOf("=1+1", "'=1+1", "''@x", "-4.2", "'-4.2", "-4.2%", "@import", "+86", "a,b", "\"引\"", "上\r\n下", "_x000D_", "𠀀", "100%"),
            G.String[G.Char["=+-@'\",\n\r\t ab忻州—；"], 0, 8],
            G.String[0, 6].Where(s => s.All(c => !char.IsSurrogate(c) && !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF'))))
        .Select(s => s.Trim());
}

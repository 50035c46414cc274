using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>
/// The column <c>indicator</c> taken apart: the name of the base indicator and what one suffix says
/// (CONTRACTS, 2, Indicator text). A text that is itself a name or an alias is never cut; that is for the caller to try first.
/// </summary>
/// <param name="Name">What remains after the suffix; the whole text where there is none.</param>
/// <param name="Suffix">What the suffix says.</param>
/// <param name="Benchmark">The benchmark of a gap; null for all other suffixes.</param>
/// <param name="IsCut">True when a suffix was cut: the base must then exist on its own.</param>
public readonly record struct IndicatorText(string Name, NameSuffix Suffix, Benchmark? Benchmark, bool IsCut)
{
    private static readonly (string Text, NameSuffix Suffix, Benchmark? Benchmark)[] Suffixes =
    [
        ("累计同比", NameSuffix.None, null),
        ("当季同比", NameSuffix.None, null),
        ("环比(季调)", NameSuffix.None, null),
        ("年均增速", NameSuffix.AvgGrowth, null),
        ("增速_一季度", NameSuffix.None, null),
        ("(现价当季)", NameSuffix.None, null),
        ("_高于全省", NameSuffix.Above, Indicators.Benchmark.Province),
        ("_高于全国", NameSuffix.Above, Indicators.Benchmark.Nation),
        ("_低于全省", NameSuffix.Below, Indicators.Benchmark.Province),
        ("_低于全国", NameSuffix.Below, Indicators.Benchmark.Nation),
    ];

    /// <summary>True for the suffixes of a gap.</summary>
    public bool IsGap => Benchmark is not null;

    /// <summary>A text taken as a name, uncut.</summary>
    public static IndicatorText Plain(string text) => new(text, NameSuffix.None, null, false);

    /// <summary>Cuts one suffix, if the text ends with one and something remains.</summary>
    public static IndicatorText Cut(string text)
    {
        foreach (var (suffix, meaning, benchmark) in Suffixes)
        {
            if (text.Length > suffix.Length && text.EndsWith(suffix, StringComparison.Ordinal))
            {
                return new(text[..^suffix.Length], meaning, benchmark, true);
            }
        }

        return Plain(text);
    }

    /// <summary>The text of a gap against a benchmark, as <see cref="Cut"/> reads it back.</summary>
    public static string OfGap(string name, Benchmark benchmark) =>
        name + (benchmark == Indicators.Benchmark.Province ? "_高于全省" : "_高于全国");
}

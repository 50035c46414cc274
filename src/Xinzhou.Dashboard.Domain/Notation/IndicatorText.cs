using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Text;

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
    /// <summary>The suffix of the growth of a year-to-date value.</summary>
    public const string YtdGrowth = "累计同比";

    /// <summary>The suffix of the growth against the quarter before.</summary>
    public const string Qoq = "环比(季调)";

    /// <summary>The suffix of an average growth over years.</summary>
    public const string AvgGrowth = "年均增速";

    /// <summary>The suffix of a quarter's value at its own prices.</summary>
    public const string CurrentPrices = "(现价当季)";

    private static readonly (string Text, NameSuffix Suffix, Benchmark? Benchmark)[] Suffixes =
    [
        (YtdGrowth, NameSuffix.None, null),
        ("当季同比", NameSuffix.None, null),
        (Qoq, NameSuffix.None, null),
        (AvgGrowth, NameSuffix.AvgGrowth, null),
        ("增速_一季度", NameSuffix.None, null),
        (CurrentPrices, NameSuffix.None, null),
        ("_高于全省", NameSuffix.Above, Indicators.Benchmark.Province),
        ("_高于全国", NameSuffix.Above, Indicators.Benchmark.Nation),
        ("_低于全省", NameSuffix.Below, Indicators.Benchmark.Province),
        ("_低于全国", NameSuffix.Below, Indicators.Benchmark.Nation),
    ];

    /// <summary>True for the suffixes of a gap.</summary>
    public bool IsGap => Benchmark is not null;

    /// <summary>A text taken as a name, uncut.</summary>
    public static IndicatorText Plain(string text) => new(text, NameSuffix.None, null, false);

    /// <summary>The base indicator of a text: the text itself if it is a name, else what remains after one suffix; null if there is none.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="find">Finds an indicator by its name.</param>
    /// <param name="parsed">How the text was taken apart.</param>
    public static Indicator? Resolve(string text, Func<string, Indicator?> find, out IndicatorText parsed)
    {
        ArgumentNullException.ThrowIfNull(find);
        parsed = Plain(text);
        if (find(text) is { } exact)
        {
            return exact;
        }

        parsed = Cut(PlainText.Key(text));
        return parsed.IsCut ? find(parsed.Name) : null;
    }

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

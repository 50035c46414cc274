using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>What a row speaks of: its basis, indicator and statistical unit.</summary>
/// <param name="names">The indicators and units that the table may name.</param>
internal sealed class SubjectFields(NameResolver names)
{
    // A file repeats its names thousands of times: each that is one is looked up once.
    private readonly Dictionary<string, (Indicator Indicator, IndicatorText Name)> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StatisticalUnit> _units = new(StringComparer.Ordinal);

    /// <summary>The basis; null with a fault.</summary>
    public static Basis? BasisOf(RowFields row)
    {
        var basis = row.Basis;
        if (basis is null)
        {
            row.Wrong(ImportColumns.Basis, new(FaultReason.UnknownBasis, string.Join(", ", Code.All<Basis>())));
        }

        return basis;
    }

    /// <summary>The indicator; null with a fault. A gap wants a benchmark in its name, and a benchmark a gap.</summary>
    /// <param name="row">The row.</param>
    /// <param name="basis">Its basis, if that is known.</param>
    /// <param name="name">How the name was taken apart.</param>
    public Indicator? IndicatorOf(RowFields row, Basis? basis, out IndicatorText name)
    {
        row.CheckLength(ImportColumns.Indicator);
        var indicator = Find(row.Text(ImportColumns.Indicator), out name);
        if (indicator is null)
        {
            row.Wrong(ImportColumns.Indicator, name.IsCut
                ? new(FaultReason.UnknownBase, name.Name)
                : PlainText.OddLetterOf(name.Name) is { } odd ? OddCharacter(odd)
                : new(FaultReason.UnknownIndicator));
        }

        if (basis == Basis.Gap && !name.IsGap)
        {
            row.Wrong(ImportColumns.Indicator, new(FaultReason.GapWithoutBenchmark));
        }
        else if (name.IsGap && basis is { } other and not (Basis.Gap or Basis.Forecast or Basis.Target))
        {
            row.Wrong(ImportColumns.Indicator, new(FaultReason.BenchmarkWithoutGap, Code.Of(other)));
        }

        return indicator;
    }

    /// <summary>The statistical unit; null with a fault.</summary>
    public StatisticalUnit? UnitOf(RowFields row)
    {
        row.CheckLength(ImportColumns.Region);
        var text = row.Text(ImportColumns.Region);
        if (_units.TryGetValue(text, out var known))
        {
            return known;
        }

        if (names.Unit(text) is not { } unit)
        {
            row.Wrong(ImportColumns.Region, PlainText.OddLetterOf(text) is { } odd ? OddCharacter(odd) : new(FaultReason.UnknownUnit));
            return null;
        }

        return _units[text] = unit;
    }

    private Indicator? Find(string text, out IndicatorText name)
    {
        if (_indicators.TryGetValue(text, out var known))
        {
            name = known.Name;
            return known.Indicator;
        }

        if (names.Indicator(text, out name) is not { } indicator)
        {
            return null;
        }

        _indicators[text] = (indicator, name);
        return indicator;
    }

    private static Wrong OddCharacter(System.Text.Rune odd) => new(FaultReason.OddCharacter, odd.ToString(), $"U+{odd.Value:X4}");
}

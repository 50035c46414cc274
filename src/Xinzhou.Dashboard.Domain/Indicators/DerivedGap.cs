namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// A difference to a benchmark computed from two published rates, 百分点: own − benchmark. It is computed when it is asked
/// for, labelled as derived and never stored; a published gap is a figure of its own and goes before it.
/// </summary>
/// <param name="Own">The unit's own rate.</param>
/// <param name="Benchmark">The benchmark's rate, of the same measure and period.</param>
public sealed record DerivedGap(Figure Own, Figure Benchmark)
{
    /// <summary>The difference, with the decimals of the coarser of the two.</summary>
    public decimal Points { get; } = Decimals.Difference(Own.Value!.Value, Own.Step, Benchmark.Value!.Value, Benchmark.Step);

    public bool Provisional => Own.Provisional || Benchmark.Provisional;

    /// <summary>
    /// The gap of two shown figures; null when they cannot be compared: only exact actual rates of one measure and period, of
    /// the whole (no scope) and of one price basis.
    /// </summary>
    public static DerivedGap? Of(Figure? own, Figure? benchmark) =>
        CanBeOperand(own) && CanBeOperand(benchmark)
        && own!.Series.Measure == benchmark!.Series.Measure
        && own.Series.Indicator.Code == benchmark.Series.Indicator.Code
        && own.Period == benchmark.Period
        && own.PriceBasis == benchmark.PriceBasis
            ? new(own, benchmark)
            : null;

    private static bool CanBeOperand(Figure? figure) => figure is
    {
        Kind: ValueKind.Actual,
        Value: not null,
        Comparator: Comparator.Equal,
        Scope: "",
        Uom: Uoms.Percent,
        Series.Measure: Measure.Yoy or Measure.YoySingle or Measure.Share,
    };
}

using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>
/// Own − gap = benchmark, for growth and for shares. Tolerance: the interval that the operands' roundings allow, ± ½ unit
/// of the gap's own last digit.
/// </summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">What breaking it means.</param>
/// <param name="Units">The unit that each benchmark stands for.</param>
public sealed record GapRule(string Code, Severity Severity, IReadOnlyDictionary<Benchmark, string> Units) : Rule(Kind, Code, Severity)
{
    public static RuleKind Kind { get; } = new("gap", typeof(GapRule))
    {
        Reach = RuleReach.Arithmetic,
        Make = (code, d, catalogue) => new GapRule(code, d.Severity, Benchmarks(catalogue)),
    };

    public override bool Concerns(Series series) => series.Measure == Measure.Gap;

    public override Breach? Judge(BookView view, Figure figure)
    {
        var series = figure.Series;
        if (!Units.TryGetValue(series.Benchmark!.Value, out var benchmarkUnit)
            || Operand.Of(figure, Uoms.PercentagePoint) is not { } gap
            || Beside(series.Unit.Code) is not { } own
            || Beside(benchmarkUnit) is not { } benchmark
            || !Operand.AreOfOneStage([figure, own.Figure, benchmark.Figure])
            || (own.Interval - benchmark.Interval).Overlaps(gap.Interval))
        {
            return null;
        }

        return Broken([own.Figure, benchmark.Figure], english =>
            [FigureText.Of(figure, english), FigureText.Of(own.Figure, english), FigureText.Of(benchmark.Figure, english), Decimals.Difference(own.Value, own.Step, benchmark.Value, benchmark.Step)]);

        Operand? Beside(string unit) => Operand.Of(
            view.Beside(figure, series.Indicator.Code, unit, series.Of!.Value), Uoms.Percent);
    }

    private static Dictionary<Benchmark, string> Benchmarks(Catalogue catalogue) =>
        new[] { (Benchmark.Province, UnitLevel.Province), (Benchmark.Nation, UnitLevel.Nation) }
            .Select(b => (b.Item1, Unit: catalogue.Units.FirstOrDefault(u => u.Level == b.Item2)))
            .Where(b => b.Unit is not null)
            .ToDictionary(b => b.Item1, b => b.Unit!.Code);
}

using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules.Fields;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>A growth rate is not further from zero than a bound.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">What breaking it means.</param>
/// <param name="Magnitude">The greatest magnitude, in %.</param>
public sealed record GrowthBoundRule(string Code, Severity Severity, decimal Magnitude) : Rule(Kind, Code, Severity)
{
    public static NumberField BoundField { get; } = new("bound") { Least = 0, IsAboveLeast = true, Most = 1000 };

    public static RuleKind Kind { get; } = new("growth_bound", typeof(GrowthBoundRule))
    {
        Reach = RuleReach.SingleFigure,
        Severity = Severity.Warning,
        Fields = [BoundField],
        Make = (code, d, _) => new GrowthBoundRule(code, d.Severity, d.Get(BoundField)),
    };

    protected override IReadOnlyList<decimal> Numbers => [Magnitude];

    public override bool Concerns(Series series) => series.Measure.IsGrowth();

    public override Breach? Judge(BookView view, Figure figure) =>
        figure.Value is { } rate && Math.Abs(rate) > Magnitude ? Broken([], english => [FigureText.Of(figure, english), Magnitude]) : null;

    public override IEnumerable<CellCheck> Checks(Series series) =>
        [new(new CellTerm.Magnitude(CellTerm.Own), CellComparison.Greater, new CellTerm.Number(Magnitude))];
}

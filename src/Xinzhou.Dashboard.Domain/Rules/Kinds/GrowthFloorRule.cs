using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules.Fields;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>A growth rate is above a floor: −100 % is the end of everything, from 0 on every decline would break it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">What breaking it means.</param>
/// <param name="Floor">The rate must be greater, in %.</param>
public sealed record GrowthFloorRule(string Code, Severity Severity, decimal Floor) : Rule(Kind, Code, Severity)
{
    private static readonly NumberField FloorField = new("floor") { Least = -100, Most = 0, IsBelowMost = true };

    public static RuleKind Kind { get; } = new("growth_floor", typeof(GrowthFloorRule))
    {
        Reach = RuleReach.SingleFigure,
        Fields = [FloorField],
        Make = (code, d, _) => new GrowthFloorRule(code, d.Severity, d.Get(FloorField)),
    };

    protected override IReadOnlyList<decimal> Numbers => [Floor];

    public override bool Concerns(Series series) => series.Measure.IsGrowth();

    public override Breach? Judge(BookView view, Figure figure) =>
        figure.Value <= Floor ? Broken([], english => [FigureText.Of(figure, english), Floor]) : null;

    public override IEnumerable<CellCheck> Checks(Series series) =>
        [new(CellTerm.Own, CellComparison.AtMost, new CellTerm.Number(Floor))];
}

using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>What is counted (户, 个, 万人) is not below zero; a difference of counts (净增) may be.</summary>
public sealed record NegativeCountRule(string Code, Severity Severity) : Rule(Kind, Code, Severity)
{
    public static RuleKind Kind { get; } = new("count_not_negative", typeof(NegativeCountRule))
    {
        Reach = RuleReach.SingleFigure,
        Make = (code, d, _) => new NegativeCountRule(code, d.Severity),
    };

    public override bool Concerns(Series series) =>
        series is { Measure: Measure.Level, Indicator.IsDifference: false } && Uoms.IsCount(series.Uom);

    public override Breach? Judge(BookView view, Figure figure) =>
        figure.Value < 0 && Uoms.IsCount(figure.Uom) ? Broken([], english => [FigureText.Of(figure, english)]) : null;

    public override IEnumerable<CellCheck> Checks(Series series) => [new(CellTerm.Own, CellComparison.Less, new CellTerm.Number(0))];
}

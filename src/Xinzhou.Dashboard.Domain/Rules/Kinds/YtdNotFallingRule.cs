using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>A year-to-date flow does not fall within its year.</summary>
public sealed record YtdNotFallingRule(string Code, Severity Severity) : Rule(Kind, Code, Severity)
{
    public static RuleKind Kind { get; } = new("ytd_not_falling", typeof(YtdNotFallingRule))
    {
        Reach = RuleReach.Comparison,
        Make = (code, d, _) => new YtdNotFallingRule(code, d.Severity),
    };

    public override bool Concerns(Series series) =>
        series is { Measure: Measure.Level, Indicator: { Type: IndicatorType.Flow, Additive: true } };

    public override Breach? Judge(BookView view, Figure figure)
    {
        if (figure.Period.YtdMonth is not { } month || Operand.Of(figure, figure.Uom) is not { } own)
        {
            return null;
        }

        var history = view.Find(figure.Series.Id);
        for (var earlier = month - 1; earlier >= 1; earlier--)
        {
            var before = history?.Find(Period.Ytd(figure.Period.Start!.Value.Year, earlier), figure.Scope, figure.Kind, figure.PriceBasis)?.Shown(view.AsOf);
            if (Operand.Of(before, figure.Uom) is { } previous && Operand.AreOfOneStage([figure, previous.Figure]))
            {
                return own.Value >= previous.Value
                    ? null
                    : Broken([previous.Figure], english =>
                        [FigureText.Of(figure, english), previous.Figure.Period.FullName(english: english), FigureText.Of(previous.Figure, english)]);
            }
        }

        return null;
    }

    public override IEnumerable<CellCheck> Checks(Series series) => [new(CellTerm.Own, CellComparison.Less, CellTerm.Earlier)];
}

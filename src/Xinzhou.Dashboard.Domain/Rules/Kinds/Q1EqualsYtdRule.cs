using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>The first quarter alone equals the first quarter year-to-date, to the coarser of the two last digits.</summary>
public sealed record Q1EqualsYtdRule(string Code, Severity Severity) : Rule(Kind, Code, Severity)
{
    public static RuleKind Kind { get; } = new("q1_equals_ytd", typeof(Q1EqualsYtdRule))
    {
        Reach = RuleReach.Comparison,
        Make = (code, d, _) => new Q1EqualsYtdRule(code, d.Severity),
    };

    public override bool Concerns(Series series) => series is { Measure: Measure.Level, Indicator.Type: IndicatorType.Flow };

    public override Breach? Judge(BookView view, Figure figure)
    {
        if (figure.Period is not { Kind: PeriodKind.Quarter, Start: { Month: 1 } start }
            || Operand.Of(figure, figure.Uom) is not { } single
            || Operand.Of(view.Find(figure.Series.Id)?.Find(Period.Ytd(start.Year, 3), figure.Scope, figure.Kind, figure.PriceBasis)?.Shown(view.AsOf), figure.Uom) is not { } ytd
            || !Operand.AreOfOneStage([figure, ytd.Figure]))
        {
            return null;
        }

        var step = Math.Max(single.Step, ytd.Step);
        return Decimals.Round(single.Value, step) == Decimals.Round(ytd.Value, step)
            ? null
            : Broken([ytd.Figure], english => [FigureText.Of(figure, english), FigureText.Of(ytd.Figure, english)]);
    }
}

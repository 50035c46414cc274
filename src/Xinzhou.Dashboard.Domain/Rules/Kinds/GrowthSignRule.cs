using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>
/// The growth of a period goes the way its level went against the same period of the year before, all of one scope and
/// stage. Where it does not, it is asked about with both levels and never computed away: prices or a changed scope can be the
/// reason. What roundings allow, and a growth of 0.0, is no contradiction.
/// <para>It is asked once: of the growth, or of the level where the growth is published and only the level is entered.</para>
/// </summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">What breaking it means: a warning, for the reason may be a good one.</param>
public sealed record GrowthSignRule(string Code, Severity Severity) : Rule(Kind, Code, Severity)
{
    public static RuleKind Kind { get; } = new("growth_sign", typeof(GrowthSignRule))
    {
        Reach = RuleReach.Comparison,
        JudgesPublished = false,
        Severity = Severity.Warning,
        Make = (code, d, _) => new GrowthSignRule(code, d.Severity),
    };

    public override bool Concerns(Series series) =>
        series is { Measure: Measure.Level or Measure.Yoy, Benchmark: null };

    public override Breach? Judge(BookView view, Figure figure)
    {
        var (growth, level) = (figure.Series.Measure == Measure.Yoy ? figure : Beside(Measure.Yoy), Beside(Measure.Level));
        if (figure.Series.Measure == Measure.Level && growth?.SourceText == figure.SourceText) return null;
        if (Operand.Of(growth, Uoms.Percent) is not { Value: not 0 } rate
            || figure.Period.YearBefore is not { } yearBefore
            || Operand.Of(level, figure.Series.Indicator.Uom) is not { } now
            || Operand.Of(Shown(Measure.Level, yearBefore), figure.Series.Indicator.Uom) is not { } then
            || !Operand.AreOfOneStage([rate.Figure, now.Figure, then.Figure])
            || !Contradicts(rate.Value, now.Interval, then.Interval))
        {
            return null;
        }

        return Broken(
            figure.Series.Measure == Measure.Yoy ? [now.Figure, then.Figure] : [growth!, then.Figure],
            english => [FigureText.Of(growth!, english), FigureText.Of(now.Figure, english), FigureText.Of(then.Figure, english)]);

        Figure? Beside(Measure measure) => measure == figure.Series.Measure ? figure : Shown(measure, figure.Period);

        Figure? Shown(Measure measure, Period period) =>
            view.Shown(figure.Series.Indicator.Code, figure.Series.Unit.Code, measure, period, figure.Scope);
    }

    private static bool Contradicts(decimal growth, Interval now, Interval then) =>
        growth > 0 ? now.High < then.Low : now.Low > then.High;
}

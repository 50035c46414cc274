using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules.Fields;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>
/// A change does not stand out among the changes of its own series (<see cref="SeriesChanges"/>), by the modified z-score
/// (<see cref="ModifiedZScore"/>). The change judged is one of them.
/// <para>The year-to-date values of one year overlap, so that their changes are much alike and the spread of few years is
/// small: by the score alone ordinary changes would stand out. Only what is also far enough from the median to matter is
/// asked about.</para>
/// <para>It judges what is entered here, for it is a question, and who enters a figure can answer it: the explanation goes
/// with the figure. Published documents take part in what is usual and are not marked themselves.</para>
/// </summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">What breaking it means: a warning, for what is unusual may be right.</param>
/// <param name="Bound">The greatest magnitude of the score that is not asked about; 3.5 as published.</param>
/// <param name="Least">The fewest changes that the series must have, at least 8: of fewer nothing is usual.</param>
/// <param name="Margin">How far from the median a change must be, in percentage points; 0 leaves it to the score.</param>
public sealed record ChangeOutlierRule(string Code, Severity Severity, decimal Bound, int Least, decimal Margin) : Rule(Kind, Code, Severity)
{
    private static readonly NumberField BoundField = new("bound") { Least = 2, Most = 20, Initial = "3.5" };
    private static readonly NumberField LeastField = new("least") { Least = 8, Most = 200, IsWhole = true, Initial = "8" };
    private static readonly NumberField MarginField = new("margin") { Least = 0, Most = 100, Initial = "10" };

    public static RuleKind Kind { get; } = new("change_outlier", typeof(ChangeOutlierRule))
    {
        Reach = RuleReach.Comparison,
        JudgesPublished = false,
        Severity = Severity.Warning,
        Fields = [BoundField, LeastField, MarginField],
        Make = (code, d, _) => new ChangeOutlierRule(code, d.Severity, d.Get(BoundField), (int)d.Get(LeastField), d.Get(MarginField)),
    };

    public override bool Concerns(Series series) =>
        series.Measure is Measure.Level or Measure.Yoy or Measure.YoySingle or Measure.Qoq or Measure.Gap or Measure.Share;

    public override Breach? Judge(BookView view, Figure figure)
    {
        if (view.Find(figure.Series.Id) is not { } history
            || SeriesChanges.Of(history, view.AsOf).Find(figure) is not var (change, among)
            || among.Count < Least
            || Math.Abs(change - among.Median) < Margin
            || among.Of(change) is not { } score
            || Math.Abs(score) <= Bound)
        {
            return null;
        }

        var before = history.Find(figure.Period.YearBefore!, figure.Scope, figure.Kind, figure.PriceBasis)!.Shown(view.AsOf)!;
        var rates = SeriesChanges.AreRates(figure.Series);
        return Broken(
            [before],
            english => [FigureText.Of(figure, english), FigureText.Of(before, english), Text(change, english), Text(among.Median, english)]) with
        {
            Why = Why(english => [among.Count, Text(among.Median, english), Signed(score, 0.1m), Bound]),
        };

        string Text(decimal value, bool english) =>
            Signed(value, 0.1m) + (!rates ? "%" : english ? " percentage points" : Uoms.PercentagePoint);
    }

    private static string Signed(decimal value, decimal step) =>
        Decimals.Round(value, step).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}

using Xinzhou.Dashboard.Web.Charts;

namespace Xinzhou.Dashboard.Web.Browse.Figures;

/// <summary>Makes points of a chart from figures: the same words for all charts.</summary>
/// <param name="words">The words.</param>
/// <param name="address">Makes the links to where figures come from.</param>
/// <param name="view">Says from which day the page speaks.</param>
/// <param name="documents">Names the documents.</param>
public sealed class FigurePoints(FigureWords words, Address address, PageView view, SourceNames documents)
{
    /// <summary>
    /// The points of those figures that can stand on a time axis: a number, in a unit that converts to the series', of a
    /// stated period.
    /// </summary>
    /// <param name="figures">The figures.</param>
    /// <param name="unit">The unit of the axis, of the unit of their series.</param>
    public IReadOnlyList<ChartPoint> Of(IEnumerable<Figure> figures, UnitScale unit) =>
        [.. figures.Select(f => Published.Of(f) is { } value && f.Period.End is not null ? Point(f, value, unit) : null).OfType<ChartPoint>()];

    /// <summary>A value as a sentence says it: 676.5亿元, 下降4.2%; what has not happened by its word first: 预计1000万千瓦, 目标同比增长6.0%.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="words">The words for its kind.</param>
    public static string Sentence(Figure figure, FigureWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(figure);
        return Said(figure, words.Kind(figure.Kind));
    }

    /// <summary>
    /// The same behind the name of its period, on the day that the page speaks from: 到2023年底 曾预计1000万千瓦. Where the period
    /// is named in the source's words and these say it, it is not said again.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <param name="words">The words for its kind.</param>
    /// <param name="today">The day.</param>
    public static string BesidePeriod(Figure figure, FigureWords words, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(figure);
        return Names.Period(figure).Contains(words.Kind(figure.Kind), StringComparison.OrdinalIgnoreCase) ? Worded(figure) : Said(figure, words.Kind(figure, today));
    }

    /// <summary>The period and what is known of it, as an answer in plain text: 2025年全年 1330.4亿元.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="words">The words for its kind.</param>
    /// <param name="today">The day that is spoken from.</param>
    public static string Answer(Figure figure, FigureWords words, DateOnly today) => Names.Period(figure) + Names.PeriodColon + BesidePeriod(figure, words, today);

    private static string Said(Figure figure, string kind) =>
        figure.Kind is ValueKind.Forecast or ValueKind.Target ? kind + (Languages.IsEnglish ? " " : "") + Worded(figure) : Worded(figure);

    /// <summary>
    /// A value beside the word for its kind: 676.5亿元, 下降4.2%, 500亿元以上; of growth that is not on the year before, and of
    /// what is expected or aimed at, which growth it is: 年均增长6.9%, 同比增长6.0%.
    /// </summary>
    public static string Worded(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Worded(figure, UnitScale.Of(figure));
    }

    /// <summary>The same in a unit that it shares with others.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="unit">Of the figure's unit of publication.</param>
    private static string Worded(Figure figure, UnitScale unit)
    {
        return figure switch
        {
            { Value: not null, Series: { Measure: Measure.Gap, Benchmark: not null } } => GrowthWording.Gap(figure, Languages.IsEnglish),
            { Value: not null, Series.Measure: not (Measure.Level or Measure.Share) } => Rate(figure) + GrowthWording.Growth(figure, Languages.IsEnglish),
            _ when Languages.IsEnglish => figure.Value is null ? figure.Text ?? "" : unit.Text(figure) + unit.Behind,
            { Value: { } value } => $"{ValueText.Number(value)}{figure.Uom}{ValueText.Bound(value, figure.Comparator)}",
            _ => figure.Text ?? "",
        };
    }

    /// <summary>Which growth a rate is, before its words; growth on the year before needs none.</summary>
    private static string Rate(Figure figure) => (figure.Series.Measure, Languages.IsEnglish) switch
    {
        (Measure.Yoy or Measure.YoySingle, _) when figure.Kind == ValueKind.Actual => "",
        (Measure.AvgGrowth, false) => "年均",
        (Measure.AvgGrowth, true) => "average ",
        (Measure.Qoq, false) => "环比",
        (Measure.Qoq, true) => "on the period before, ",
        (Measure.GrowthPrevSpan, false) => "较上一时期",
        (Measure.GrowthPrevSpan, true) => "on the span before, ",
        (_, false) => "同比",
        _ => "year on year ",
    };

    /// <summary>What stands beside a label: the period; of what has not happened, its word before it.</summary>
    private string ShortLabel(Figure figure)
    {
        var label = figure.Period.Kind is PeriodKind.Point or PeriodKind.Span
            ? figure.Period.Label(Languages.IsEnglish)
            : figure.Period.LabelApart(figure.PeriodLabel, Languages.IsEnglish);
        return figure.Kind is ValueKind.Forecast or ValueKind.Target ? $"{words.Kind(figure, view.Today)} {label}" : label;
    }

    private ChartPoint Point(Figure figure, decimal value, UnitScale unit) => new()
    {
        Start = figure.Period.Start!.Value,
        End = figure.Period.End!.Value,
        Value = unit.Scaled(value),
        PeriodLabel = figure.Scope.Length > 0 ? $"{Names.Period(figure)}（{Glosses.With(figure.Scope)}）" : Names.Period(figure),
        ValueText = figure.Uom == figure.Series.Uom ? Worded(figure, unit) : Worded(figure),
        ConvertedText = Uoms.Factor(figure.Uom, figure.Series.Uom) is 1 ? null : Worded(figure with { Value = value, Uom = figure.Series.Uom }, unit),
        ShortLabel = ShortLabel(figure),
        SourceText = $"{words.Grade(figure.Reliability)} · {documents.Of(figure.Source, view.Digest)}",
        VintageText = words.Vintage(figure),
        Provisional = figure.Provisional,
        Unverified = figure.Reliability == Reliability.SelfMedia,
        Forecast = figure.Kind == ValueKind.Forecast,
        Past = figure.Period.End < view.Today,
        Target = figure.Kind == ValueKind.Target,
        KindUnstated = figure.Kind == ValueKind.Unstated,
        Href = address.To($"/figures/{figure.Key}"),
        ScopeKey = figure.Scope,
        PriceKey = figure.PriceBasis?.ToString(),
    };
}

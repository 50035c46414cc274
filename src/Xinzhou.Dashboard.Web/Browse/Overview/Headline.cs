using Xinzhou.Dashboard.Web.Browse.Figures;
using Xinzhou.Dashboard.Web.Shell.Parts;

namespace Xinzhou.Dashboard.Web.Browse.Overview;

/// <summary>An indicator on the overview: its main figure, what belongs to it, and its dots through time.</summary>
public sealed record Headline
{
    /// <summary>Lines that a card has room for.</summary>
    private const int MaxFacts = 2;

    /// <summary>Older than these months, a figure says so.</summary>
    private const int MonthsOfNews = 18;

    public required Indicator Indicator { get; init; }

    /// <summary>Null when nothing is known of the indicator for the city.</summary>
    public Figure? Main { get; init; }

    public IReadOnlyList<HeadlineFact> Facts { get; init; } = [];

    /// <summary>Figures that may stand beside the main one: same series, scope and reach into the year; in the indicator's unit.</summary>
    public IReadOnlyList<SparkPoint> Points { get; init; } = [];

    /// <summary>True for a figure whose period ended more than 18 months before a day: later ones are not known.</summary>
    public bool IsOld(DateOnly today) => Main?.Period.End?.AddMonths(MonthsOfNews) < today;

    /// <summary>
    /// The headline of an indicator. Never a figure of self-media, never what is not an actual value, never a sum of several
    /// years: where there is nothing else, there is none.
    /// </summary>
    public static Headline Of(HeadlineIndicator chosen, Indicator indicator, BookView figures, string city)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(figures);
        var main = MainFigure.Of(figures, indicator.Code, city, IsCitable);
        return main is null
            ? new() { Indicator = indicator }
            : new()
            {
                Indicator = indicator,
                Main = main,
                Facts = [.. FactsOf(chosen, main, figures).Take(MaxFacts)],
                Points = [.. PointsOf(main, figures)],
            };
    }

    private static bool IsCitable(Figure figure) =>
        figure is { Kind: ValueKind.Actual, Period.Kind: not PeriodKind.Span } && figure.Reliability != Reliability.SelfMedia;

    private static IEnumerable<HeadlineFact> FactsOf(HeadlineIndicator chosen, Figure main, BookView figures)
    {
        var (indicator, unit, period) = (main.Series.Indicator, main.Series.Unit.Code, main.Period);
        Figure? Of(string code, Measure measure, Benchmark? benchmark = null) =>
            figures.Shown(code, unit, measure, period, main.Scope, ValueKind.Actual, benchmark) is { Reliability: not Reliability.SelfMedia } shown ? shown : null;

        if (main.Series.Measure == Measure.Yoy)
        {
            yield return new(HeadlineFactKind.Level, null);
        }
        else if (MainFigure.GrowthOf(figures, main) is { Reliability: not Reliability.SelfMedia } growth)
        {
            yield return new(HeadlineFactKind.Growth, growth);
        }
        else if (indicator.Type == IndicatorType.Flow)
        {
            yield return new(HeadlineFactKind.Growth, null);
        }

        if (chosen.Share is { } share && Of(share, Measure.Share) is { } part)
        {
            yield return new(HeadlineFactKind.Share, part);
        }

        if ((Of(indicator.Code, Measure.Gap, Benchmark.Province)
            ?? (chosen.Share is { } code ? Of(code, Measure.Gap, Benchmark.Province) : null)) is { } gap)
        {
            yield return new(HeadlineFactKind.Gap, gap);
        }

        var average = figures.Shown(indicator.Code, unit, Measure.AvgGrowth)
            .LastOrDefault(f => f.Kind == ValueKind.Actual && f.Reliability != Reliability.SelfMedia && f.Scope == main.Scope && f.Period.End?.Year == period.End?.Year);
        if (average is not null)
        {
            yield return new(HeadlineFactKind.AverageGrowth, average);
        }

        if (indicator.Type == IndicatorType.Stock && Comparable(main, figures).LastOrDefault(f => f.Period.End < period.End && f.Reliability != Reliability.SelfMedia) is { } earlier)
        {
            yield return new(HeadlineFactKind.Earlier, earlier);
        }
    }

    private static IEnumerable<SparkPoint> PointsOf(Figure main, BookView figures) =>
        from figure in Comparable(main, figures)
        let value = Published.Of(figure)
        where value is not null
        select new SparkPoint(figure.Period.End!.Value, value.Value, figure.Provisional || figure.Reliability == Reliability.SelfMedia);

    /// <summary>What may be drawn on one axis with a figure: year-to-date values only of the same reach, never a sum of years.</summary>
    private static IEnumerable<Figure> Comparable(Figure main, BookView figures) =>
        main.Period.Kind == PeriodKind.Span || main.Period.End is null
            ? []
            : figures.Shown(figures.Book.Find(main.Series.Id)).Where(f =>
                f.Kind == ValueKind.Actual && f.Scope == main.Scope && f.PriceBasis == main.PriceBasis && f.Value is not null
                && f.Period is { End: not null, Kind: not PeriodKind.Span } && f.Period.YtdMonth == main.Period.YtdMonth
                && (f.Period.YtdMonth is not null || f.Period.Kind == main.Period.Kind || main.Series.Indicator.Type == IndicatorType.Stock));
}

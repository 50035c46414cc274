namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The figures as they were shown at a moment. Cheap to make; answers are found, not copied.</summary>
public sealed class BookView
{
    internal BookView(FigureBook book, AsOf asOf) => (Book, AsOf) = (book, asOf);

    public FigureBook Book { get; }

    public AsOf AsOf { get; }

    /// <summary>The shown figures of a series, by scope and period end, one per scope, period and kind.</summary>
    public IEnumerable<Figure> Shown(SeriesHistory? history)
    {
        if (history is null)
        {
            yield break;
        }

        foreach (var group in history.Groups)
        {
            if (group.Shown(AsOf) is { } figure)
            {
                yield return figure;
            }
        }
    }

    /// <summary>The shown figures of an indicator, unit and measure.</summary>
    public IEnumerable<Figure> Shown(string indicator, string unit, Measure measure, Benchmark? benchmark = null) =>
        Shown(Book.Find(indicator, unit, measure, benchmark));

    /// <summary>The shown figure of one statement; null when none was known.</summary>
    public Figure? Shown(
        string indicator,
        string unit,
        Measure measure,
        Period period,
        string scope = "",
        ValueKind kind = ValueKind.Actual,
        Benchmark? benchmark = null) =>
        Book.Find(indicator, unit, measure, benchmark)?.Find(period, scope, kind)?.Shown(AsOf);

    /// <summary>
    /// The shown figure that ends last (of equals, the longer period), of one kind and scope;
    /// null when the series has none. Periods that are not stated never are the latest.
    /// </summary>
    public Figure? Latest(
        string indicator,
        string unit,
        Measure measure,
        Benchmark? benchmark = null,
        ValueKind kind = ValueKind.Actual,
        string scope = "") =>
        Shown(indicator, unit, measure, benchmark)
            .Where(f => f.Kind == kind && f.Scope == scope && f.Period.End is not null)
            .MaxBy(f => (f.Period.End, -f.Period.Start!.Value.DayNumber));

    /// <summary>All figures of a series known at the moment, each with whether it is shown and until when it was.</summary>
    public IEnumerable<Vintage> Known(SeriesHistory? history) =>
        history?.Groups.SelectMany(g => g.Known(AsOf)) ?? [];

    /// <summary>All figures of a series known at the moment, of all vintages.</summary>
    public IEnumerable<Figure> KnownFigures(SeriesHistory? history) =>
        history?.Groups.SelectMany(g => g.KnownFigures(AsOf)) ?? [];
}

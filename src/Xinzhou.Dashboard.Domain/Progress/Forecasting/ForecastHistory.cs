using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// The forecasts of a series as they were made at the ends of the last quarters, held against what came. A forecast follows from the
/// figures that were known, and the book keeps these by both clocks: so each can be made again as it was, and none is stored.
/// </summary>
public sealed record ForecastHistory
{
    /// <summary>So many quarters are looked back on.</summary>
    public const int MaxQuarters = 8;

    /// <summary>The band that is held against what came, in %.</summary>
    public const double BandLevel = 80;

    /// <summary>No forecast was made, or nothing came of what was forecast.</summary>
    public static ForecastHistory None { get; } = new();

    /// <summary>The last quarter at whose end <see cref="Last"/> stood; null where there is none.</summary>
    public Quarter? LastMade { get; init; }

    /// <summary>
    /// What was forecast at the end of the last quarter, or before it where nothing has come since: the last forecast made from other
    /// values than that of now. Empty where there was none.
    /// </summary>
    public IReadOnlyList<OutlookPoint> Last { get; init; } = [];

    /// <summary>The forecasts of which something came, the earliest first: of each the nearest period, and the one a year after it.</summary>
    public IReadOnlyList<PastForecast> Judged { get; init; } = [];

    /// <summary>How many of <see cref="Judged"/> had what came within their band.</summary>
    public int InBand => Judged.Count(f => f.IsInBand);

    /// <param name="view">The figures as they were known at the moment; only quarters that ended by it count, by its clock.</param>
    /// <param name="outlook">How the series goes on, as seen from that moment.</param>
    public static ForecastHistory Of(BookView view, SeriesOutlook outlook)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(outlook);
        var judged = new List<PastForecast>();
        SeriesOutlook? made = null;
        (Quarter Made, IReadOnlyList<OutlookPoint> Points)? last = null;
        foreach (var quarter in Ended(view.AsOf.Moment))
        {
            var known = SeriesOutlook.Known(view.Book.At(view.AsOf with { Moment = Shanghai.EndOf(quarter.LastDay) }), outlook.Series);
            if (known.Refusal is not null)
            {
                made = null;
                continue;
            }

            // Where nothing came in a quarter, the forecast is the one that was made before.
            if (made?.IsFromSameAs(known) != true)
            {
                made = known.WithForecast();
                judged.AddRange(Judge(quarter, made, outlook.Actual));
            }

            if (made.Refusal is null && !made.IsFromSameAs(outlook)) last = (quarter, made.Points);
        }

        return new() { LastMade = last?.Made, Last = last?.Points ?? [], Judged = judged };
    }

    /// <summary>The quarters that ended by a moment, the earliest first.</summary>
    private static Stack<Quarter> Ended(DateTimeOffset moment)
    {
        var quarters = new Stack<Quarter>();
        for (var quarter = Quarter.Of(Shanghai.DayOf(moment)); quarters.Count < MaxQuarters && quarter.Year > 1; quarter = quarter.Previous)
        {
            if (Shanghai.EndOf(quarter.LastDay) <= moment) quarters.Push(quarter);
        }

        return quarters;
    }

    private static IEnumerable<PastForecast> Judge(Quarter quarter, SeriesOutlook made, IReadOnlyList<SinglePeriod> actual)
    {
        DateOnly? nearest = null;
        foreach (var point in made.Points)
        {
            var end = point.Period.End!.Value;
            if ((nearest is not null && end != nearest.Value.AddYears(1)) || actual.FirstOrDefault(a => a.Period.End == end) is not { } came) continue;
            // Of a year whose total was published, but whose quarters could not be told apart, there was nothing to foretell.
            if (made.Actual.Any(a => a.Period.End == end)) continue;
            nearest ??= end;
            var (lower, upper) = point.Distribution.Interval(BandLevel);
            yield return new(quarter, point.Period, point.Distribution.Mean, lower, upper, came);
        }
    }
}

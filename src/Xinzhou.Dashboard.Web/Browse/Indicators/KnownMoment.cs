using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>A day on which figures became known, or, by the other clock, were recorded here.</summary>
/// <param name="Day">The day in Asia/Shanghai.</param>
/// <param name="Figures">The figures, the latest period first.</param>
/// <param name="AtRecording">True when the day of publication of all of them is not stated and the day of recording stands in.</param>
public sealed record KnownMoment(DateOnly Day, IReadOnlyList<Figure> Figures, bool AtRecording)
{
    /// <summary>The days up to now, in order, those after the moment of the page too: a reader of the past can step forward.</summary>
    /// <param name="figures">All figures of the subject.</param>
    /// <param name="clock">Which of the two moments counts.</param>
    /// <param name="now">The present moment.</param>
    public static IReadOnlyList<KnownMoment> Of(IEnumerable<Figure> figures, Clock clock, DateTimeOffset now) =>
    [
        .. figures
            .Select(f => (Figure: f, Moment: clock == Clock.Recorded ? f.RecordedAt : f.KnownFrom))
            .Where(f => f.Moment <= now)
            .GroupBy(f => Shanghai.DayOf(f.Moment))
            .OrderBy(g => g.Key)
            .Select(g => new KnownMoment(
                g.Key,
                [.. g.Select(f => f.Figure).OrderByDescending(f => f.Period.End).ThenBy(f => f.Series.Measure)],
                clock == Clock.Known && g.All(f => f.Figure.IsDayUnstated))),
    ];
}

using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Browse.Sources;

/// <summary>A document and the figures that it supports, at one moment.</summary>
/// <param name="Source">The document.</param>
/// <param name="Figures">The figures known from it: by unit, indicator, measure and period.</param>
/// <param name="Shown">How many of them are shown.</param>
public sealed record SourceSummary(SourceDocument Source, IReadOnlyList<Figure> Figures, int Shown)
{
    /// <summary>The grade of most of its figures; the document's own grade decides among equals.</summary>
    public Reliability Reliability { get; } = Figures.GroupBy(f => f.Reliability)
        .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key == Source.Reliability).Select(g => g.Key).FirstOrDefault(Source.Reliability);

    public int Indicators => Figures.Select(f => f.Series.Indicator.Code).Distinct().Count();

    /// <summary>The units it speaks of, in the official order.</summary>
    public IReadOnlyList<StatisticalUnit> Units { get; } = [.. Figures.Select(f => f.Series.Unit).DistinctBy(u => u.Code).OrderBy(u => u.Order)];

    /// <summary>The first and the last day on which figures of it became known; null where the day is not stated.</summary>
    public (DateOnly First, DateOnly Last)? Known
    {
        get
        {
            var days = Figures.Where(f => !f.IsDayUnstated).Select(f => Shanghai.DayOf(f.KnownFrom)).ToArray();
            return days.Length == 0 ? null : (days.Min(), days.Max());
        }
    }

    /// <summary>How many of its figures come with their sentence.</summary>
    public int Quoted => Figures.Count(f => f.Quote is { Length: > 0 });
}

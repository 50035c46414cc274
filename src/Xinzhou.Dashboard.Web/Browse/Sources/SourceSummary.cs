using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Browse.Sources;

/// <summary>What a document supports, at one moment: counted, so that no figure is held.</summary>
/// <param name="source">The document.</param>
/// <param name="shown">How many of its figures are shown.</param>
public sealed class SourceSummary(SourceDocument source, int shown)
{
    private readonly Dictionary<Reliability, int> _grades = [];
    private readonly Dictionary<string, Indicator> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StatisticalUnit> _units = new(StringComparer.Ordinal);

    public SourceDocument Source => source;

    /// <summary>How many figures are known from it.</summary>
    public int Figures { get; private set; }

    /// <summary>How many of them are shown.</summary>
    public int Shown => shown;

    /// <summary>The grade of most of its figures; the document's own grade decides among equals.</summary>
    public Reliability Reliability => _grades.OrderByDescending(g => g.Value).ThenByDescending(g => g.Key == source.Reliability).ThenByDescending(g => g.Key)
        .Select(g => g.Key).FirstOrDefault(source.Reliability);

    /// <summary>The indicators it speaks of.</summary>
    public IReadOnlyCollection<Indicator> Indicators => _indicators.Values;

    /// <summary>The units it speaks of, in the official order.</summary>
    public IReadOnlyList<StatisticalUnit> Units => [.. _units.Values.OrderBy(u => u.Order)];

    /// <summary>The first and the last day on which figures of it became known; null where the day is not stated.</summary>
    public (DateOnly First, DateOnly Last)? Known { get; private set; }

    /// <summary>How many of its figures come with their sentence.</summary>
    public int Quoted { get; private set; }

    /// <summary>Counts a figure that is known from it.</summary>
    internal void Add(Figure figure)
    {
        Figures++;
        if (figure.Quote is { Length: > 0 }) Quoted++;
        _grades[figure.Reliability] = _grades.GetValueOrDefault(figure.Reliability) + 1;
        _indicators.TryAdd(figure.Series.Indicator.Code, figure.Series.Indicator);
        _units.TryAdd(figure.Series.Unit.Code, figure.Series.Unit);
        if (figure.IsDayUnstated) return;
        var day = Shanghai.DayOf(figure.KnownFrom);
        Known = Known is var (first, last) ? (day < first ? day : first, day > last ? day : last) : (day, day);
    }
}

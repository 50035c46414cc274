using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// New figures as they will be recorded, as far as rules ask: without quotes and notes, and with numbers that stand in for
/// those the database will give. Of a long file no more than a round is held: families of indicators beyond it wait for the
/// next, in which the file is read again.
/// </summary>
internal sealed class AddedFigures
{
    /// <summary>Figures of a round; a family of more is a round of its own.</summary>
    private const int RoundSize = 50_000;

    private readonly FigureBook _held;
    private readonly IndicatorFamilies _families;
    private readonly DateTimeOffset _recordedAt;
    private readonly int _roundSize;
    private readonly Dictionary<string, List<Figure>> _byFamily = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Indicator, string Unit, Measure Measure, Benchmark? Benchmark), Series> _series;
    private readonly Dictionary<string, SourceDocument> _sources;
    private readonly AttributePool _attributes = new();
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private HashSet<string>? _only;
    private int _count;
    private long _lastId;
    private int _newSeries;
    private int _newSources;

    /// <param name="held">What is stored of the units and years concerned.</param>
    /// <param name="families">Which indicators rules reckon with together.</param>
    /// <param name="recordedAt">The moment of recording.</param>
    /// <param name="roundSize">How many figures are held at a time.</param>
    public AddedFigures(FigureBook held, IndicatorFamilies families, DateTimeOffset recordedAt, int roundSize = RoundSize)
    {
        (_held, _families, _recordedAt, _roundSize) = (held, families, recordedAt, roundSize);
        _series = held.Histories.ToDictionary(
            h => (h.Series.Indicator.Code, h.Series.Unit.Code, h.Series.Measure, h.Series.Benchmark), h => h.Series);
        var figures = held.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures);
        _sources = figures.DistinctBy(f => f.Source.Id).ToDictionary(f => f.Source.Address ?? f.SourceText, f => f.Source);
        _lastId = figures.Select(f => f.Id).DefaultIfEmpty().Max();
    }

    /// <summary>The moment of recording.</summary>
    public DateTimeOffset RecordedAt => _recordedAt;

    /// <summary>Adds a figure, unless its family is of another round.</summary>
    public void Add(FigureDraft draft)
    {
        var family = _families.Of(draft.Indicator.Code);
        if (_waiting.Contains(family) || _only?.Contains(family) == false)
        {
            return;
        }

        if (!_byFamily.TryGetValue(family, out var figures))
        {
            _byFamily.Add(family, figures = []);
        }

        figures.Add(Recorded(draft));
        if (++_count > _roundSize && _byFamily.Count > 1)
        {
            _byFamily.Remove(family);
            _waiting.Add(family);
            _count -= figures.Count;
        }
    }

    /// <summary>The families that wait, from the same figures; null when none does.</summary>
    public AddedFigures? Next(IEnumerable<FigureDraft> drafts)
    {
        if (_waiting.Count == 0)
        {
            return null;
        }

        var next = new AddedFigures(_held, _families, _recordedAt, _roundSize) { _only = _waiting };
        foreach (var draft in drafts)
        {
            next.Add(draft);
        }

        return next;
    }

    /// <summary>The figures of each family in turn, with a test for the series that are of it; they are let go of once they are taken.</summary>
    public IEnumerable<(List<Figure> Figures, Func<Series, bool> IsOfFamily)> Take()
    {
        foreach (var family in _byFamily.Keys)
        {
            _byFamily.Remove(family, out var figures);
            yield return (figures!, s => _families.Of(s.Indicator.Code) == family);
        }
    }

    private Figure Recorded(FigureDraft draft)
    {
        var key = (draft.Indicator.Code, draft.Unit.Code, draft.Measure, draft.Benchmark);
        if (!_series.TryGetValue(key, out var series))
        {
            series = new() { Id = --_newSeries, Indicator = draft.Indicator, Unit = draft.Unit, Measure = draft.Measure, Benchmark = draft.Benchmark };
            _series.Add(key, series);
        }

        if (!_sources.TryGetValue(draft.Source.Identity, out var source))
        {
            source = new() { Id = --_newSources, Address = draft.Source.Address, Title = draft.Source.Title, Reliability = draft.Reliability };
            _sources.Add(draft.Source.Identity, source);
        }

        return new(draft, ++_lastId, series, source, _recordedAt)
        {
            Quote = null,
            Note = null,
            Attributes = _attributes.Of(draft.Attributes with { PeriodLabel = null, VintageLabel = "" }),
        };
    }
}

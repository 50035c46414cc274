using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// New figures as they will be recorded, as far as rules ask: without quotes and notes, and with numbers that stand in for
/// those the database will give.
/// </summary>
internal sealed class AddedFigures
{
    private readonly IndicatorFamilies _families;
    private readonly DateTimeOffset _recordedAt;
    private readonly Dictionary<string, List<Figure>> _byFamily = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Indicator, string Unit, Measure Measure, Benchmark? Benchmark), Series> _series;
    private readonly Dictionary<string, SourceDocument> _sources;
    private long _lastId;
    private int _newSeries;
    private int _newSources;

    /// <param name="held">What is stored of the units and years concerned.</param>
    /// <param name="families">Which indicators rules reckon with together.</param>
    /// <param name="recordedAt">The moment of recording.</param>
    public AddedFigures(FigureBook held, IndicatorFamilies families, DateTimeOffset recordedAt)
    {
        (_families, _recordedAt) = (families, recordedAt);
        _series = held.Histories.ToDictionary(
            h => (h.Series.Indicator.Code, h.Series.Unit.Code, h.Series.Measure, h.Series.Benchmark), h => h.Series);
        var figures = held.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures);
        _sources = figures.DistinctBy(f => f.Source.Id).ToDictionary(f => f.Source.Address ?? f.SourceText, f => f.Source);
        _lastId = figures.Select(f => f.Id).DefaultIfEmpty().Max();
    }

    /// <summary>The moment of recording.</summary>
    public DateTimeOffset RecordedAt => _recordedAt;

    public void Add(FigureDraft draft)
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

        var family = _families.Of(draft.Indicator.Code);
        if (!_byFamily.TryGetValue(family, out var figures))
        {
            _byFamily.Add(family, figures = []);
        }

        figures.Add(new(draft, ++_lastId, series, source, _recordedAt) { Quote = null, Note = null, PeriodLabel = null, VintageLabel = "" });
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
}

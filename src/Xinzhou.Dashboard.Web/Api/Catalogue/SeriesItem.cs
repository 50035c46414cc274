using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Catalogue;

/// <summary>A series: one measure of one indicator for one unit, for gaps against one benchmark.</summary>
/// <param name="Id">The identifier, for <c>series/{id}/figures</c>.</param>
/// <param name="Indicator">The code of the indicator.</param>
/// <param name="Unit">The code of the statistical unit.</param>
/// <param name="Measure">level, yoy, yoy_single, qoq, gap, share, avg_growth, growth_prev_span or qualitative.</param>
/// <param name="Benchmark">province or nation; null for all but gaps.</param>
/// <param name="Count">The number of figures shown.</param>
/// <param name="First">The code of the earliest period with a shown figure; null when no period is stated.</param>
/// <param name="Last">The code of the latest period with a shown figure; null when no period is stated.</param>
public sealed record SeriesItem(
    string Id, string Indicator, string Unit, [property: Codes<Measure>] string Measure, [property: Codes<Benchmark>] string? Benchmark, int Count, string? First, string? Last)
{
    internal static readonly IReadOnlyList<CsvColumn<SeriesItem>> Columns =
    [
        new("id", s => s.Id),
        new("indicator", s => s.Indicator),
        new("unit", s => s.Unit),
        new("measure", s => s.Measure),
        new("benchmark", s => s.Benchmark),
        new("count", s => s.Count.Cell()),
        new("first", s => s.First),
        new("last", s => s.Last),
    ];

    internal static SeriesItem Of(BookView view, SeriesHistory history)
    {
        var series = history.Series;
        var shown = view.Shown(history).Select(f => f.Period).ToList();
        var dated = shown.Where(p => p.End is not null).OrderBy(p => p.End).ThenByDescending(p => p.Start).ToList();
        return new(
            series.Key,
            series.Indicator.Code,
            series.Unit.Code,
            Domain.Code.Of(series.Measure),
            series.Benchmark is { } benchmark ? Domain.Code.Of(benchmark) : null,
            shown.Count,
            dated.Count > 0 ? dated[0].Code : null,
            dated.Count > 0 ? dated[^1].Code : null);
    }
}

using Xinzhou.Dashboard.Web.Api.Catalogue;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>The figures: of all series, of one series, one by its identifier.</summary>
public sealed class FigureResources(FigureShaper shaper, WrittenFigures written, IStringLocalizer<ApiText> text)
{
    private const string Group = "Figures";

    private static readonly ListShape<FigureItem> Shape = new(ApiJson.Default.PageFigureItem, FigureItem.Columns);

    public IEnumerable<ReadResource> All =>
    [
        new("figures", Group, "Figures: the shown one per series, scope, price basis, period and kind, or all known ones.",
            [.. Parameters.Lists, Parameters.Indicator, Parameters.Unit, Parameters.Measure, .. FigureFilter.OfPeriods],
            typeof(Page<FigureItem>),
            AllFigures),
        new("series/{id}/figures", Group, "The figures of one series.",
            [.. Parameters.Lists, Parameters.Indicator, Parameters.Unit, Parameters.Measure, .. FigureFilter.OfPeriods],
            typeof(Page<FigureItem>),
            r => CatalogueResources.Find(r.Snapshot.Figures, r.Route("id")) is { } history ? List(r, [history], SeriesFilter.Read(r, text)) : null),
        new("figures/{id}", Group, "One figure, or one derived quarter, if it was known.", Parameters.Always, typeof(FigureItem), One),
    ];

    private Answer? AllFigures(ReadRequest request)
    {
        var (book, series) = (request.Snapshot.Figures, SeriesFilter.Read(request, text));
        return List(request, series.Indicators is { } codes ? codes.Order(StringComparer.Ordinal).SelectMany(c => book.Of(c)) : book.Histories, series);
    }

    private Answer? List(ReadRequest request, IEnumerable<SeriesHistory> histories, SeriesFilter series)
    {
        var filter = FigureFilter.Read(request, text, series);
        if (request.Query.Faults.Count > 0)
        {
            return null;
        }

        var rows = FigureRows.Of(histories, request.AsOf, filter);
        var (page, count) = filter.IsOfSeries && request.Limit is not null && request.IsOfNow ? Counted(request, histories, filter, rows) : (rows, null);
        return Taken(request, rows, Answers.List(request, page, FigurePosition.Of, r => shaper.Shape(request, r), Shape, count, written.For(request)));
    }

    /// <summary>The rows from the cursor's series on, and how many there are in all: of what is shown now it is known, or counted by series.</summary>
    private static (IEnumerable<FigureRow> Rows, long? Count) Counted(
        ReadRequest request, IEnumerable<SeriesHistory> histories, FigureFilter filter, IEnumerable<FigureRow> rows)
    {
        var book = request.Snapshot.Figures;
        var isOfAll = ReferenceEquals(histories, book.Histories);
        var count = isOfAll && filter.Series == SeriesFilter.None
            ? request.Snapshot.DigestAt(request.AsOf).Counts.Shown
            : histories.Where(h => filter.Series.Accepts(h.Series)).Sum(h => (long)request.View.CountShown(h));
        return isOfAll && request.After is { } after && FigurePosition.TryRead(after, out var position)
            ? (FigureRows.Of(book.From(position.Indicator, position.Unit), request.AsOf, filter), count)
            : (rows, count);
    }

    private Answer? One(ReadRequest request)
    {
        var id = request.Route("id");
        var row = id.StartsWith('q') ? FindQuarter(request, id) : FindFigure(request, id);
        return row is { } found
            ? Taken(request, [found], Answers.One(request, shaper.Shape(request, found), ApiJson.Default.FigureItem, FigureItem.Columns))
            : null;
    }

    /// <summary>Of which series the figures are, when they are taken away as a file.</summary>
    private static Answer? Taken(ReadRequest request, IEnumerable<FigureRow> rows, Answer? answer) =>
        answer?.FileName is null
            ? answer
            : answer with { Holds = [.. rows.Select(r => r.Figure?.Series ?? r.Quarter!.Later.Series).Select(s => (s.Indicator.Code, (string?)s.Unit.Code)).Distinct()] };

    private static FigureRow? FindFigure(ReadRequest request, string id) =>
        Figure.IdOf(id) is { } number
        && request.Snapshot.Figures.GroupOf(number) is { } group
        && group.IsKnown(group.Find(number)!, request.AsOf)
            ? FigureRow.Of(group.Known(request.AsOf).First(v => v.Figure.Id == number))
            : null;

    private static FigureRow? FindQuarter(ReadRequest request, string id) =>
        DerivedQuarters.Find(request.Snapshot.Figures, id, request.AsOf) is { } quarter ? FigureRow.Of(quarter) : null;
}

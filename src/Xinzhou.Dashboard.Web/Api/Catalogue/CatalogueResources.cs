using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Catalogue;

/// <summary>What is measured and where: units, indicators, series.</summary>
public sealed class CatalogueResources(IStringLocalizer<ApiText> text)
{
    private const string Group = "Catalogue";

    private static readonly ApiJson Json = ApiJson.Default;
    private static readonly ListShape<UnitItem> Units = new(Json.PageUnitItem, UnitItem.Columns);
    private static readonly ListShape<IndicatorItem> Indicators = new(Json.PageIndicatorItem, IndicatorItem.Columns);
    private static readonly ListShape<SeriesItem> Series = new(Json.PageSeriesItem, SeriesItem.Columns);

    private static readonly Parameter Level = new("level", "The administrative level of a unit.")
    { Repeatable = true, Allowed = Code.All<UnitLevel>(), IsFilter = true };

    private static readonly Parameter Type = new("type", "How values of an indicator behave in time.")
    { Repeatable = true, Allowed = Code.All<IndicatorType>(), IsFilter = true };

    public IEnumerable<ReadResource> All =>
    [
        new("units", Group, "The statistical units.", [.. Parameters.Lists, Level], typeof(Page<UnitItem>), UnitList),
        new("units/{code}", Group, "One statistical unit.", Parameters.Always, typeof(UnitItem),
            r => r.Snapshot.Catalogue.Unit(r.Route("code")) is { } unit
                ? Answers.One(r, UnitItem.Of(unit), Json.UnitItem, UnitItem.Columns)
                : null),
        new("indicators", Group, "The indicators.", [.. Parameters.Lists, Parameters.Dimension, Type], typeof(Page<IndicatorItem>), IndicatorList),
        new("indicators/{code}", Group, "One indicator.", Parameters.Always, typeof(IndicatorItem),
            r => r.Snapshot.Catalogue.Indicator(r.Route("code")) is { } indicator
                ? Answers.One(r, IndicatorItem.Of(indicator), Json.IndicatorItem, IndicatorItem.Columns)
                : null),
        new("series", Group, "The series that have a figure.",
            [.. Parameters.Lists, Parameters.Indicator, Parameters.Unit, Parameters.Measure], typeof(Page<SeriesItem>), SeriesList),
        new("series/{id}", Group, "One series.", Parameters.Always, typeof(SeriesItem), OneSeries),
    ];

    /// <summary>The series that an identifier of the API names; null when none does.</summary>
    public static SeriesHistory? Find(FigureBook book, string id)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(id);
        return Identifier.Read(id, 's') is { } number and <= int.MaxValue ? book.Find((int)number) : null;
    }

    private static Answer? UnitList(ReadRequest request)
    {
        var levels = request.Query.Codes<UnitLevel>(Level);
        var units = request.Snapshot.Catalogue.Units.Where(u => levels?.Contains(u.Level) != false);
        return Answers.List(request, units, u => u.Order, UnitItem.Of, Units);
    }

    private static Answer? OneSeries(ReadRequest request) => Find(request.Snapshot.Figures, request.Route("id")) is { } history
        ? Answers.One(request, SeriesItem.Of(request.View, history), Json.SeriesItem, SeriesItem.Columns)
        : null;

    private Answer? IndicatorList(ReadRequest request)
    {
        var types = request.Query.Codes<IndicatorType>(Type);
        var dimensions = request.Query.Entries(Parameters.Dimension, text["Expected.Dimension"].Value, t => request.Snapshot.Plan.Dimension(t)?.Code);
        var indicators = request.Snapshot.Catalogue.Indicators
            .Where(i => types?.Contains(i.Type) != false)
            .Where(i => dimensions is null || (i.Dimension is not null && dimensions.Contains(i.Dimension)));
        return Answers.List(request, indicators, i => i.Order, IndicatorItem.Of, Indicators);
    }

    private Answer? SeriesList(ReadRequest request)
    {
        var filter = SeriesFilter.Read(request, text);
        var histories = request.Snapshot.Figures.Histories
            .Where(h => filter.Accepts(h.Series) && request.View.Shown(h).Any());
        return Answers.List(request, histories, h => SeriesPosition.Of(h.Series), h => SeriesItem.Of(request.View, h), Series);
    }
}

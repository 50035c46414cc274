using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Browse.Figures;
using Xinzhou.Dashboard.Web.Shell.Parts;

namespace Xinzhou.Dashboard.Web.Browse.Search;

/// <summary>Suggestions of the search field: <c>/search/suggest?q=</c> with the as-of, clock and language of the page.</summary>
public static class SearchSuggestions
{
    /// <summary>So many indicators are offered at most, and so many tasks and counties.</summary>
    private const int MaxIndicators = 6, MaxOthers = 2;

    public static IEndpointRouteBuilder MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search/suggest", Answer).WithMetadata(new CostlyAttribute(Cost.Search)).ExcludeFromDescription().AlsoHead();
        return routes;
    }

    private static IResult Answer(
        HttpContext context, string? q, string? asOf, string? clock, SnapshotStore store, TimeProvider time, FigureWords words, IStringLocalizer<Mark> marks,
        IStringLocalizer<SearchPage> text)
    {
        var (snapshot, now) = (store.Current, time.GetUtcNow());
        var view = snapshot.Figures.At(AsOfReading.Read(asOf, clock, now).Past ?? new(now));
        var today = Shanghai.DayOf(view.AsOf.Moment);
        var query = SearchQuery.Read(q, snapshot.Catalogue);
        if (query.IsEmpty) return Results.Json(Array.Empty<Suggestion>());
        var city = snapshot.Catalogue.City.Code;
        var hits = SearchResults.IndicatorsOf(snapshot.Catalogue, view, query);
        Suggestion[] found =
        [
            .. SearchResults.ComparisonOf(hits) is var (compared, units)
                ? [new Suggestion(
                    text["Compare", Names.Of(compared), string.Join(text["Comma"], units.Select(Names.Of))], null, Link($"/indicators/{compared.Code}/compare", [.. units.Select(u => u.Code)]))]
                : (Suggestion[])[],
            .. hits.Take(MaxIndicators).Select(h => new Suggestion(
                h.Summary.Unit.Code == city ? Names.Of(h.Summary.Indicator) : $"{Names.Of(h.Summary.Unit)} · {Names.Of(h.Summary.Indicator)}",
                h.Figure is { } figure ? Note(figure) : null,
                Link($"/indicators/{h.Summary.Indicator.Code}", h.Summary.Unit.Code == city ? [] : [h.Summary.Unit.Code]))),
            .. snapshot.Catalogue.Counties.Where(u => query.Fits([u.Name, u.NameEn, .. u.Aliases])).Take(MaxOthers)
                .Select(u => new Suggestion(Names.Of(u), null, Link($"/counties/{u.Code}", []))),
            .. SearchResults.TasksOf(snapshot.PlanAt(view.AsOf), query).Take(MaxOthers)
                .Select(t => new Suggestion($"{t.Number} {t.Title}", Glosses.Of(t.Title), Link($"/tasks/{t.Number.ToString(CultureInfo.InvariantCulture)}", []))),
        ];
        return Results.Json(found);

        // A figure that waits for a proper source says so here too.
        string Note(Figure figure) => figure.Reliability == Reliability.SelfMedia
            ? $"{FigurePoints.Answer(figure, words, today)} · {marks[nameof(MarkKind.Unverified)]}"
            : FigurePoints.Answer(figure, words, today);

        string Link(PathText path, IEnumerable<string> ofUnits)
        {
            var kept = new QueryBuilder();
            kept.Add("unit", ofUnits);
            foreach (var name in Address.KeptNames.Where(n => !StringValues.IsNullOrEmpty(context.Request.Query[n])))
                kept.Add(name, context.Request.Query[name].ToString());
            return context.Request.PathBase.Add(new PathString(path.ToStringAndClear())).ToUriComponent() + kept.ToQueryString().ToUriComponent();
        }
    }
}

using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Tokens;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>What is asked: of which state of the figures, at which moment, in which form, from which row on.</summary>
public sealed class ReadRequest
{
    private const int DefaultLimit = 500;
    private const int GreatestLimit = 5000;

    private readonly HttpRequest _request;
    private readonly Dictionary<string, StringValues> _filters;
    private readonly DateTimeOffset _recordedBy;

    private ReadRequest(HttpRequest request, Snapshot snapshot, DateTimeOffset now, AnswerFormat format, ReadResource resource)
    {
        var parameters = resource.Parameters;
        (_request, Snapshot, Format, Now) = (request, snapshot, format, now);
        var given = request.Query.ToDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);
        Query = new(given);
        Query.RefuseUnknown(parameters.Union(Parameters.Lists));
        English = Language.IsEnglish(request);
        Limit = ReadLimit();
        var (asOf, clock) = AsOfReader.Read(Query, now);
        _recordedBy = snapshot.LastChange(now);

        var cursor = ReadCursor(now);
        _filters = cursor is null ? given : KeptFilters(cursor, given, parameters, asOf);
        Query = new(_filters, Query);
        // A new day changes lights, without a write; of what the database is asked for no last change is known.
        AsOf = new(
            asOf ?? (resource.Ask is not null ? now
                : resource.CarriesLights ? snapshot.LastChangeOfLights(now) : _recordedBy),
            clock);
        if (cursor is not null)
        {
            (After, _recordedBy) = (cursor.Position, cursor.RecordedBy);
            AsOf = new(cursor.AsOf, Query.Codes<Clock>(Parameters.Clock)?.First() ?? Clock.Known) { RecordedBy = cursor.RecordedBy };
        }

        View = snapshot.Figures.At(AsOf);
        Filters = [.. parameters.Where(p => p.IsFilter && p != Parameters.AsOf)];
    }

    public Snapshot Snapshot { get; }

    /// <summary>The present moment.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The moment that the answer speaks of.</summary>
    public AsOf AsOf { get; }

    /// <summary>True where the figures of that moment are those of now: what is kept of now can be told of it.</summary>
    public bool IsOfNow => Snapshot.Figures.Settled(AsOf) == Snapshot.Figures.Settled(new(Now));

    /// <summary>The figures as they were shown at that moment.</summary>
    public BookView View { get; }

    /// <summary>The plan as it was known at that moment.</summary>
    public CityPlan Plan => Snapshot.PlanAt(AsOf);

    /// <summary>The lights as they were at that moment.</summary>
    public LightBoard Lights => Snapshot.LightsAt(AsOf);

    /// <summary>The reviews as they stood at that moment.</summary>
    public ReviewBook Reviews => Snapshot.Reviews.At(AsOf);

    /// <summary>Of whom the caller sees what not everybody sees.</summary>
    public Viewer Viewer => Viewer.Of(_request.HttpContext.User);

    public bool English { get; }

    public AnswerFormat Format { get; }

    /// <summary>The parameters; with a cursor, the filters of the first page.</summary>
    public QueryReader Query { get; }

    /// <summary>The greatest number of rows; null for all.</summary>
    public int? Limit { get; }

    /// <summary>The place of the last row of the page before; null on the first page.</summary>
    public string? After { get; }

    /// <summary>The last part of the path, for the name of a downloaded file.</summary>
    public string Name => _request.Path.Value!.TrimEnd('/').Split('/')[^1];

    private IReadOnlyList<Parameter> Filters { get; }

    /// <summary>Reads a request; what is wrong with it is in <see cref="Query"/>.</summary>
    public static ReadRequest Read(
        HttpRequest request, Snapshot snapshot, DateTimeOffset now, AnswerFormat format, ReadResource resource) =>
        new(request, snapshot, now, format, resource);

    /// <summary>A part of the path. A slash within it is written <c>%2F</c>, which the server leaves as it is.</summary>
    public string Route(string name) =>
        (Convert.ToString(_request.RouteValues[name], CultureInfo.InvariantCulture) ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A number in the path; null where it is none. It has one spelling: 01 is not another name of 1.</summary>
    public int? RouteNumber(string name) => NumberOf(Route(name));

    /// <summary>A number from 1 on in its one spelling; null where a text is none.</summary>
    public static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && !text.StartsWith('0') ? number : null;

    /// <summary>What takes a reader to the rows after one.</summary>
    public Cursor CursorAfter(string position)
    {
        var query = Filters
            .Where(p => _filters.ContainsKey(p.Name))
            .SelectMany(p => _filters[p.Name], (p, value) => KeyValuePair.Create(p.Name, value));
        return new(ListPath(), AsOf.Moment, _recordedBy, position, QueryString.Create(query!).Value ?? "");
    }

    /// <summary>The address of the page that a cursor leads to.</summary>
    public string AddressOf(string cursor)
    {
        var kept = _request.Query
            .Where(p => p.Key is "limit" or "format" or "lang")
            .SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value));
        return _request.PathBase + _request.Path + QueryString.Create([.. kept!, new("cursor", cursor)]);
    }

    private string ListPath() => _request.Path.Value!.TrimEnd('/').ToLowerInvariant();

    private int? ReadLimit()
    {
        var text = Query.One(Parameters.Limit);
        if (text == "all" && Format == AnswerFormat.Csv)
        {
            return null;
        }

        if (text is null)
        {
            return DefaultLimit;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= GreatestLimit)
        {
            return limit;
        }

        Query.Fault(Parameters.Limit.Name, ProblemCode.InvalidLimit, text, Format == AnswerFormat.Csv ? "1–5000 | all" : "1–5000");
        return DefaultLimit;
    }

    private Cursor? ReadCursor(DateTimeOffset now)
    {
        if (Query.One(Parameters.Cursor) is not { } text)
        {
            return null;
        }

        if (Cursor.TryRead(text, out var cursor) && cursor.List == ListPath() && cursor.AsOf <= now)
        {
            return cursor;
        }

        Query.Fault(Parameters.Cursor.Name, ProblemCode.InvalidCursor, text, "next");
        return null;
    }

    /// <summary>The filters that a cursor carries. Those given again must be the same.</summary>
    private Dictionary<string, StringValues> KeptFilters(
        Cursor cursor, Dictionary<string, StringValues> given, IReadOnlyList<Parameter> parameters, DateTimeOffset? asOf)
    {
        var kept = QueryHelpers.ParseQuery(cursor.Query);
        foreach (var parameter in parameters.Where(p => p.IsFilter && given.ContainsKey(p.Name)))
        {
            var same = parameter == Parameters.AsOf
                ? asOf is null || asOf == cursor.AsOf
                : given[parameter.Name] == kept.GetValueOrDefault(parameter.Name);
            if (!same)
            {
                Query.Fault(parameter.Name, ProblemCode.CursorMismatch, given[parameter.Name].ToString(),
                    parameter == Parameters.AsOf ? Instants.Written(cursor.AsOf) : kept.GetValueOrDefault(parameter.Name).ToString());
            }
        }

        return kept;
    }
}

using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Entry.Grid.Saving;
using Xinzhou.Dashboard.Web.Entry.Grid.Workbooks;

namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>
/// What the script of the grid asks for. Answers are HTML made by the same components as the page; what is refused is
/// problem details with a sentence.
/// </summary>
internal static class EntryEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/returns/{id:int}").RequireAuthorization(new RequiresAttribute(Right.SeeReturns));
        group.MapGet("/rows", RowsAsync);
        group.MapGet("/rows/{row:int}", PanelAsync);
        group.MapGet("/difference", DifferenceAsync);
        group.MapGet("/token", Token);
        group.MapGet("/events", EventsAsync);
        group.MapPost("/comments", CommentAsync).AddEndpointFilter(HoldsTokenAsync);
        var posts = group.MapGroup("").RequireAuthorization(new RequiresAttribute(Right.EnterReturns)).AddEndpointFilter(HoldsTokenAsync);
        posts.MapPost("/cells", SaveAsync);
        posts.MapPost("/paste", PasteAsync);
        WorkbookEndpoints.Map(group, posts);
        posts.MapPost("/submit", (int id, JsonBody<Step> body, HttpContext http, ReturnSteps steps, Refusals refusals) =>
            TakeAsync(http, refusals, body.Value, (step, actor) => steps.SubmitAsync(id, step.Version, actor, http.RequestAborted)));
        posts.MapPost("/take-back", (int id, JsonBody<Step> body, HttpContext http, ReturnSteps steps, Refusals refusals) =>
            TakeAsync(http, refusals, body.Value, (step, actor) => steps.TakeBackAsync(id, step.Version, actor, http.RequestAborted)));
        posts.MapPost("/correct", (int id, JsonBody<Step> body, HttpContext http, ReturnSteps steps, Refusals refusals) =>
            TakeAsync(http, refusals, body.Value, (step, actor) => steps.BeginCorrectionAsync(id, step.Version, PlainText.Printable(step.Reason ?? ""), actor, http.RequestAborted)));
    }

    /// <summary>Every change of the cells of a row, the newest first.</summary>
    public static async Task<IReadOnlyList<ReturnCell>> HistoryAsync(ReturnList returns, int id, SheetRow row, CancellationToken cancellation)
    {
        var changes = new List<ReturnCell>();
        foreach (var cell in row.Cells)
        {
            changes.AddRange(await returns.HistoryAsync(id, cell.Address, cancellation));
        }

        return [.. changes.OrderByDescending(c => c.At).ThenBy(c => c.Address.Field)];
    }

    private static async Task<IResult> SaveAsync(int id, JsonBody<SentCells> body, HttpContext http, CellSaver saver, Refusals refusals)
    {
        if (body.Value is not { Cells: { } cells } sent || cells.Any(c => c?.Cell is null)) return refusals.Malformed();
        if (cells.Count > PastedBlock.MaxCells) return refusals.TooMany();
        if (ActorOf(http) is not { } actor) return refusals.Answer(ReturnRefusal.WrongRole);
        var (refusal, now, rows) = await saver.SaveAsync(id, cells, sent.Stamp, actor, http.RequestAborted);
        return refusal is { } refused ? refusals.Answer(refused) : Update(now!, rows);
    }

    private static async Task<IResult> RowsAsync(int id, HttpContext http, EntryDesk desk, Refusals refusals)
    {
        var (refusal, view) = await desk.OpenAsync(id, ActorOf(http), http.RequestAborted);
        return refusal is { } refused ? refusals.Answer(refused) : Update(view!, view!.Sheet.Rows);
    }

    private static async Task<IResult> PanelAsync(int id, int row, HttpContext http, EntryDesk desk, ReturnList returns, Refusals refusals)
    {
        var (refusal, view) = await desk.OpenAsync(id, ActorOf(http), http.RequestAborted);
        if (refusal is { } refused) return refusals.Answer(refused);
        if (view!.Sheet.Row(row) is not { } chosen) return refusals.Answer(ReturnRefusal.NotFound);
        var history = await HistoryAsync(returns, id, chosen, http.RequestAborted);
        return new RazorComponentResult<EntryPanel>(new { View = view, Row = chosen, History = history });
    }

    private static async Task<IResult> DifferenceAsync(int id, HttpContext http, EntryDesk desk, Refusals refusals)
    {
        var (refusal, view) = await desk.OpenAsync(id, ActorOf(http), http.RequestAborted);
        return refusal is { } refused ? refusals.Answer(refused) : new RazorComponentResult<Difference>(new { View = view! });
    }

    private static async Task<IResult> PasteAsync(
        int id, JsonBody<SentBlock> body, HttpContext http, EntryDesk desk, PasteReader reader, EntryText words, Refusals refusals)
    {
        var (refusal, view) = await desk.OpenToEnterAsync(id, ActorOf(http), http.RequestAborted);
        if (refusal is { } refused) return refusals.Answer(refused);
        if (body.Value is not { Text: { } text } sent || CellAddress.Parse(sent.Cell) is not { } start) return refusals.Malformed();
        if (view!.Sheet.Row(start.Row) is not { } first) return refusals.Answer(ReturnRefusal.NotFound);
        if (PastedBlock.Read(text) is not { } block) return refusals.TooMany();
        var (cells, layout) = reader.Read(view, block, start, sent.Rows ?? [], Chosen(sent));
        return new RazorComponentResult<PastePreview>(new
        {
            Cells = cells,
            Layout = layout,
            Rows = block.Count,
            Columns = block.Count == 0 ? 0 : block.Max(r => r.Count),
            Place = words.Place(first.Row, start.Field),
        });
    }

    private static Dictionary<CellField, int> Chosen(SentBlock sent) => (sent.Columns ?? new Dictionary<string, int>())
        .Where(c => Code.TryParse<CellField>(c.Key, out _))
        .ToDictionary(c => Code.TryParse<CellField>(c.Key, out var field) ? field : default, c => c.Value);

    /// <summary>A comment without a cell is on the return as a whole; one on what is no cell is on nothing.</summary>
    private static Task<IResult> CommentAsync(int id, JsonBody<Comment> body, HttpContext http, ReturnSteps steps, Refusals refusals) =>
        TakeAsync(http, refusals, body.Value, (comment, actor) =>
        {
            var cell = CellAddress.Parse(comment.Cell);
            return cell is null && !string.IsNullOrEmpty(comment.Cell)
                ? Task.FromResult<ReturnOutcome>(ReturnRefusal.NotFound)
                : steps.CommentAsync(id, cell, PlainText.Printable(comment.Text ?? ""), actor, http.RequestAborted);
        });

    private static async Task<IResult> TakeAsync<T>(HttpContext http, Refusals refusals, T? body, Func<T, Actor, Task<ReturnOutcome>> step)
        where T : class
    {
        if (body is null) return refusals.Malformed();
        if (ActorOf(http) is not { } actor) return refusals.Answer(ReturnRefusal.WrongRole);
        var outcome = await step(body, actor);
        return outcome.Refusal is { } refused ? refusals.Answer(refused) : Results.Json(new { version = outcome.Version });
    }

    /// <summary>A fresh token for a page whose own no longer holds, and whom it is for.</summary>
    private static IResult Token(int id, HttpContext http, IAntiforgery antiforgery) => Results.Json(new
    {
        id,
        user = CurrentUser.Of(http.User)?.Id,
        token = antiforgery.GetAndStoreTokens(http).RequestToken,
    });

    /// <summary>Tells an open page that the return has changed: one event now, and one after every change.</summary>
    private static async Task<IResult> EventsAsync(int id, HttpContext http, EntryDesk desk, ReturnWatch watch, StreamLimits limits, Refusals refusals)
    {
        if (!limits.TryTake(http))
        {
            SignInLimits.Refuse(http, StreamLimits.Pause);
            return refusals.TooManyStreams();
        }

        var (refusal, _) = await desk.OpenAsync(id, ActorOf(http), http.RequestAborted);
        return refusal is { } refused ? refusals.Answer(refused) : TypedResults.ServerSentEvents(Events(id, http, watch, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        int id, HttpContext http, ReturnWatch watch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (name, data) in watch.FollowAsync(id, http.User, cancellation))
        {
            yield return new(data, name);
        }
    }

    private static Actor? ActorOf(HttpContext http) => CurrentUser.Of(http.User)?.ToActor();

    private static RazorComponentResult<EntryUpdate> Update(EntryView view, IReadOnlyList<SheetRow> rows) => new(new { View = view, Rows = rows });

    /// <summary>A JSON body carries no token of its own: it stands in the header RequestVerificationToken.</summary>
    private static async ValueTask<object?> HoldsTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        return await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : services.GetRequiredService<Refusals>().Forgery();
    }

    private sealed record Step(int Version, string? Reason = null);

    private sealed record Comment(string? Cell, string? Text);
}

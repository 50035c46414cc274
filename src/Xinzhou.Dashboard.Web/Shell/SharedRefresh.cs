using System.Collections.Concurrent;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// When figures change, every open page asks for itself anew at the same moment. Readers who are not signed in see the
/// same page at the same address, and so do those who have signed in with the same role for the same department, but for the
/// header, which names them: it is rendered once for all of them, and shared for a second at most.
/// </summary>
/// <remarks>
/// Only a refresh of a page that is open already is shared (the browser says so by what it accepts, and has its
/// anti-forgery cookie), and only an answer without a form to post: nothing in it belongs to one reader. Of those who have
/// signed in only the reading pages are shared, and everybody gets the header made for himself. No HybridCache: the page is
/// rendered in the request of the first reader, and only once it is there it shows whether it may be kept at all.
/// </remarks>
/// <param name="store">The snapshot that pages are rendered from; another one makes another page.</param>
/// <param name="antiforgery">Names the cookie that a reader has.</param>
/// <param name="time">The clock.</param>
public sealed class SharedRefresh(SnapshotStore store, IOptions<AntiforgeryOptions> antiforgery, TimeProvider time)
{
    private const string Refreshing = "blazor-enhanced-nav=on";
    private const int GreatestHeld = 200;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Shared> _pages = new(StringComparer.Ordinal);

    /// <summary>Answers a refresh with what is shared, or renders it for the others; passes on everything else.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!IsRefresh(context) || GroupOf(context) is not { } group)
        {
            await next(context);
            return;
        }

        var key = $"{group} {KeyOf(context.Request)}";
        var mine = new Shared(time);
        var shared = _pages.AddOrUpdate(key, mine, (_, held) => held.IsFresh(store.Current) ? held : mine);
        if (!ReferenceEquals(shared, mine))
        {
            // The first may have left, failed or been given what is his alone.
            if (await shared.Page.Task is { } page) await page.WriteAsync(context, page.Names is null ? [] : await HeaderAsync(context));
            else await next(context);
            return;
        }

        mine.Snapshot = store.Current;
        try
        {
            await RenderAsync(context, next, mine);
        }
        finally
        {
            if (mine.Page.TrySetResult(null) || mine.Page.Task.Result is null) _pages.TryRemove(KeyValuePair.Create(key, mine));
            if (_pages.Count > GreatestHeld) _pages.Clear();
        }
    }

    private bool IsRefresh(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.Headers.Accept.ToString().Contains(Refreshing, StringComparison.Ordinal)
        && context.Request.Headers.Authorization.Count == 0
        && antiforgery.Value.Cookie.Name is { } cookie && context.Request.Cookies.ContainsKey(cookie);

    /// <summary>Who sees the same; null for one who shares nothing.</summary>
    private static string? GroupOf(HttpContext context) =>
        context.User.Identity?.IsAuthenticated != true ? ""
        : CurrentUser.Of(context.User) is { } user
            && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.IsDefined(typeof(SharedRenderingAttribute), inherit: false) == true
            ? $"{user.Role}/{user.DepartmentCode}"
        : null;

    private static string KeyOf(HttpRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}");

    /// <summary>Renders the page, hands it to those who wait if it may be shared, and to the first reader.</summary>
    private static async Task RenderAsync(HttpContext context, RequestDelegate next, Shared shared)
    {
        var body = await CaughtAsync(context, () => next(context));
        var (status, headers) = (context.Response.StatusCode, context.Response.Headers.ToArray());
        var names = context.User.Identity?.IsAuthenticated == true ? HeaderIn(body) : null;
        var page = new Rendered(headers, body, names);
        var isShared = status == StatusCodes.Status200OK
            && !headers.Any(h => h.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            && (names is not null || context.User.Identity?.IsAuthenticated != true)
            && page.IsEverybodys;
        shared.Page.TrySetResult(isShared ? page : null);
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The header of the pages as this reader sees it.</summary>
    private static Task<byte[]> HeaderAsync(HttpContext context) => CaughtAsync(
        context, () => new RazorComponentResult<SiteHeader> { PreventStreamingRendering = true }.ExecuteAsync(context));

    /// <summary>Where the header stands in a page; null when it has none. What people have written cannot look like it: it is encoded.</summary>
    private static Range? HeaderIn(ReadOnlySpan<byte> body) =>
        body.IndexOf("<header class=\"top\""u8) is >= 0 and var begin && body[begin..].IndexOf("</header>"u8) is >= 0 and var length
            ? begin..(begin + length + "</header>"u8.Length)
            : null;

    /// <summary>What an answer would have written; nothing of it is sent.</summary>
    private static async Task<byte[]> CaughtAsync(HttpContext context, Func<Task> answer)
    {
        var sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            await answer();
            await context.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            context.Features.Set(sent);
        }

        return body.ToArray();
    }

    private sealed class Shared(TimeProvider time)
    {
        private readonly long _since = time.GetTimestamp();

        public TaskCompletionSource<Rendered?> Page { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What it is rendered from; null until that has begun.</summary>
        public Snapshot? Snapshot { get; set; }

        public bool IsFresh(Snapshot current) =>
            (Snapshot is null || ReferenceEquals(Snapshot, current)) && time.GetElapsedTime(_since) < Held;
    }

    /// <param name="Headers">What the answer said beside its body.</param>
    /// <param name="Body">The page.</param>
    /// <param name="Names">The part of it that names the reader; null where none does.</param>
    private sealed record Rendered(KeyValuePair<string, StringValues>[] Headers, byte[] Body, Range? Names)
    {
        /// <summary>Whether no form belongs to one reader, but in the part that names him.</summary>
        public bool IsEverybodys => !HasForm(Before) && !HasForm(After);

        private ReadOnlyMemory<byte> Before => Body.AsMemory(..(Names?.Start ?? Body.Length));

        private ReadOnlyMemory<byte> After => Body.AsMemory((Names?.End ?? Body.Length)..);

        public async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> names)
        {
            foreach (var (name, value) in Headers) context.Response.Headers.TryAdd(name, value);
            foreach (var part in new[] { Before, names, After }) await context.Response.Body.WriteAsync(part, context.RequestAborted);
        }

        private static bool HasForm(ReadOnlyMemory<byte> part) => part.Span.IndexOf("__RequestVerificationToken"u8) >= 0;
    }
}

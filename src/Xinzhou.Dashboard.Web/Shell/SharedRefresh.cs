using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// When figures change, every open page asks for itself anew at the same moment. Readers who are not signed in see the
/// same page at the same address: it is rendered once for all of them, and shared for a second at most.
/// </summary>
/// <remarks>
/// Only a refresh of a page that is open already is shared (the browser says so by what it accepts, and has its
/// anti-forgery cookie), and only an answer without a form to post: nothing in it belongs to one reader.
/// </remarks>
/// <param name="store">The snapshot that pages are rendered from; another one makes another page.</param>
/// <param name="antiforgery">Names the cookie that a reader has.</param>
public sealed class SharedRefresh(SnapshotStore store, IOptions<AntiforgeryOptions> antiforgery)
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
        if (!IsShared(context))
        {
            await next(context);
            return;
        }

        var key = KeyOf(context.Request);
        var mine = new Shared(Environment.TickCount64);
        var shared = _pages.AddOrUpdate(key, mine, (_, held) => held.IsFresh(store.Current) ? held : mine);
        if (!ReferenceEquals(shared, mine))
        {
            // The first may have left, failed or been given what is his alone.
            if (await shared.Page.Task is { } page) await page.WriteAsync(context);
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

    private bool IsShared(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.User.Identity?.IsAuthenticated != true
        && context.Request.Headers.Accept.ToString().Contains(Refreshing, StringComparison.Ordinal)
        && context.Request.Headers.Authorization.Count == 0
        && antiforgery.Value.Cookie.Name is { } cookie && context.Request.Cookies.ContainsKey(cookie);

    private static string KeyOf(HttpRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}");

    /// <summary>Renders the page, hands it to those who wait if it may be shared, and to the first reader.</summary>
    private static async Task RenderAsync(HttpContext context, RequestDelegate next, Shared shared)
    {
        var sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            context.Features.Set(sent);
        }

        var (status, headers) = (context.Response.StatusCode, context.Response.Headers.ToArray());
        var page = new Rendered(headers, body.ToArray());
        var isShared = status == StatusCodes.Status200OK
            && !headers.Any(h => h.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            && page.Body.AsSpan().IndexOf("__RequestVerificationToken"u8) < 0;
        shared.Page.TrySetResult(isShared ? page : null);
        await context.Response.Body.WriteAsync(page.Body, context.RequestAborted);
    }

    private sealed class Shared(long since)
    {
        public TaskCompletionSource<Rendered?> Page { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What it is rendered from; null until that has begun.</summary>
        public Snapshot? Snapshot { get; set; }

        public bool IsFresh(Snapshot current) =>
            (Snapshot is null || ReferenceEquals(Snapshot, current)) && Environment.TickCount64 - since < Held.TotalMilliseconds;
    }

    private sealed record Rendered(KeyValuePair<string, StringValues>[] Headers, byte[] Body)
    {
        public async Task WriteAsync(HttpContext context)
        {
            foreach (var (name, value) in Headers) context.Response.Headers.TryAdd(name, value);
            await context.Response.Body.WriteAsync(Body, context.RequestAborted);
        }
    }
}

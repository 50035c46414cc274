using System.Collections.Concurrent;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// A reading page is the same for everybody who asks for it at one address and one state of the figures: for readers who are not
/// signed in, and, but for the header, which names them, for those who have signed in with the same role for the same department.
/// It is rendered once for all of them, and shared for a second at most (decision 0005).
/// </summary>
/// <remarks>
/// Only pages marked with <see cref="SharedRenderingAttribute"/> are shared, and only an answer without a form to post: nothing in it
/// belongs to one reader. Cookies are never shared; everybody gets the header, and the anti-forgery cookie, made for himself. No
/// HybridCache: the page is rendered in the request of the first reader, and only once it is there it shows whether it may be kept
/// at all.
/// </remarks>
/// <param name="store">The snapshot that pages are rendered from; another one makes another page.</param>
/// <param name="antiforgery">Gives a new reader the cookie that his forms will need.</param>
/// <param name="options">Names that cookie.</param>
/// <param name="time">The clock.</param>
public sealed class SharedPages(SnapshotStore store, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options, TimeProvider time)
{
    private const int MaxHeld = 200;

    private readonly ConcurrentDictionary<string, SharedPage> _pages = new(StringComparer.Ordinal);
    private long _shared;

    /// <summary>How many answers were given as they had been rendered for somebody else.</summary>
    public long Shared => Interlocked.Read(ref _shared);

    private string CookieName => options.Value.Cookie.Name!;

    /// <summary>Answers with what is shared, or renders it for the others; passes on everything else.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (KeyOf(context) is not { } key)
        {
            await next(context);
            return;
        }

        var mine = new SharedPage(time);
        if (!_pages.TryGetValue(key, out var shared) || !shared.IsFresh(store.Current))
        {
            shared = _pages.AddOrUpdate(key, static (_, now) => now.Mine, static (_, held, now) => held.IsFresh(now.Current) ? held : now.Mine, (Mine: mine, store.Current));
        }

        if (!ReferenceEquals(shared, mine))
        {
            // The first may have left, failed or been given what is his alone.
            if (await shared.Rendered is { } page) await WriteAsync(context, page);
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
            mine.Tell(null);
            if (await mine.Rendered is null) _pages.TryRemove(KeyValuePair.Create(key, mine));
            if (_pages.Count > MaxHeld) Forget();
        }
    }

    /// <summary>What a page is shared by; null for an answer that is nobody else's.</summary>
    private static string? KeyOf(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method)
            || request.Headers.Authorization.Count > 0
            || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.IsDefined(typeof(SharedRenderingAttribute), inherit: false) != true)
        {
            return null;
        }

        string group;
        if (context.User.Identity?.IsAuthenticated != true) group = "";
        else if (CurrentUser.Of(context.User) is { } user) group = $"{user.Role}/{user.DepartmentCode}";
        else return null;

        return $"{group} {request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}";
    }

    /// <summary>Renders the page, hands it to those who wait if it may be shared, and to the first reader.</summary>
    private async Task RenderAsync(HttpContext context, RequestDelegate next, SharedPage shared)
    {
        var body = await CaughtAsync(context, () => next(context));
        var isKnown = context.User.Identity?.IsAuthenticated == true;
        var header = isKnown ? HeaderIn(body) : null;
        var page = new SharedPage.Content([.. context.Response.Headers.Where(h => !IsCookie(h.Key))], body, header);
        var isShared = context.Response.StatusCode == StatusCodes.Status200OK
            && context.Response.Headers.SetCookie.All(c => c?.StartsWith(CookieName + "=", StringComparison.Ordinal) == true)
            && (header is not null || !isKnown)
            && page.IsEverybodys;
        shared.Tell(isShared ? page : null);
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private async Task WriteAsync(HttpContext context, SharedPage.Content page)
    {
        Interlocked.Increment(ref _shared);
        var (request, response) = (context.Request, context.Response);
        // First, because it says of itself what the page says, too.
        var header = page.Header is null ? null : await HeaderAsync(context);
        foreach (var (name, value) in page.Headers) response.Headers.TryAdd(name, value);
        if (header is not null)
        {
            foreach (var part in new[] { page.Before, header, page.After }) await response.Body.WriteAsync(part, context.RequestAborted);
            return;
        }

        if (!request.Cookies.ContainsKey(CookieName)) antiforgery.GetAndStoreTokens(context);
        var body = page.Body;
        if (TakesBrotli(request))
        {
            body = page.Brotli;
            response.Headers.ContentEncoding = "br";
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The header of the pages as this reader sees it.</summary>
    private static Task<byte[]> HeaderAsync(HttpContext context) => CaughtAsync(
        context, () => new RazorComponentResult<SiteHeader> { PreventStreamingRendering = true }.ExecuteAsync(context));

    /// <summary>What is old goes; if that is not enough, everything.</summary>
    private void Forget()
    {
        foreach (var held in _pages.Where(p => !p.Value.IsFresh(store.Current))) _pages.TryRemove(held);
        if (_pages.Count > MaxHeld) _pages.Clear();
    }

    private static bool IsCookie(string header) => header.Equals(HeaderNames.SetCookie, StringComparison.OrdinalIgnoreCase);

    private static bool TakesBrotli(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var taken)
        && taken.Any(e => e.Quality is not 0 && e.Value.Equals("br", StringComparison.OrdinalIgnoreCase));

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
}

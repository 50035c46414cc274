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
/// It is rendered once for all of them, and shared for a second at most (decision 0005). What a page does not go by
/// (<see cref="PageParameters"/>) is taken out of the address before.
/// </summary>
/// <remarks>
/// Only pages marked with <see cref="SharedRenderingAttribute"/> are shared, and only an answer without a form to post: nothing in it
/// belongs to one reader. Cookies are never shared; everybody gets the header, and the anti-forgery cookie, made for himself. Who asks
/// for the same page again gets the same header while he and what it tells him are the same. No
/// HybridCache: the page is rendered in the request of the first reader, and only once it is there it shows whether it may be kept
/// at all.
/// </remarks>
/// <param name="store">The snapshot that pages are rendered from; another one makes another page.</param>
/// <param name="antiforgery">Gives a new reader the cookie that his forms will need.</param>
/// <param name="options">Names that cookie.</param>
/// <param name="items">What the header tells a reader.</param>
/// <param name="services">What they are told by.</param>
/// <param name="time">The clock.</param>
public sealed class SharedPages(
    SnapshotStore store,
    IAntiforgery antiforgery,
    IOptions<AntiforgeryOptions> options,
    IEnumerable<HeaderItem> items,
    IServiceProvider services,
    TimeProvider time)
{
    private const int MaxHeld = 200;

    // Nobody finds them any more once their page is shared no longer.
    private readonly ConcurrentDictionary<(SharedPage.Content Page, Reader Reader), SharedPage.Content> _own = new();

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
        if (PageOf(context) is not { } asked || GroupOf(context) is not { } group)
        {
            await next(context);
            return;
        }

        var request = context.Request;
        request.QueryString = PageParameters.Trim(request.QueryString, asked);
        var key = $"{group} {request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}";

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

    /// <summary>The page that is asked for; null for an answer that is nobody else's.</summary>
    private static Type? PageOf(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.Headers.Authorization.Count == 0
        && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page
        && page.IsDefined(typeof(SharedRenderingAttribute), inherit: false)
            ? page
            : null;

    /// <summary>Who shares a page; null for a reader of whom nobody knows what he may see.</summary>
    private static string? GroupOf(HttpContext context) =>
        context.User.Identity?.IsAuthenticated != true ? ""
        : CurrentUser.Of(context.User) is { } user ? $"{user.Role}/{user.DepartmentCode}"
        : null;

    /// <summary>Renders the page, hands it to those who wait if it may be shared, and to the first reader.</summary>
    private async Task RenderAsync(HttpContext context, RequestDelegate next, SharedPage shared)
    {
        var body = await CaughtAsync(context, () => next(context));
        var isKnown = context.User.Identity?.IsAuthenticated == true;
        var header = isKnown ? HeaderIn(body) : null;
        var page = new SharedPage.Content([.. context.Response.Headers.Where(h => !IsCookie(h.Key))], body, header);
        var isShared = context.Response.StatusCode == StatusCodes.Status200OK
            && context.Response.Headers.SetCookie.All(IsOurs)
            && (header is not null || !isKnown)
            && page.IsEverybodys;
        shared.Tell(isShared ? page : null);
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private async Task WriteAsync(HttpContext context, SharedPage.Content page)
    {
        Interlocked.Increment(ref _shared);
        var (request, response) = (context.Request, context.Response);
        // First, because a header says of itself what the page says, too.
        if (page.NamesReader) page = await OwnAsync(context, page);
        else if (!request.Cookies.ContainsKey(CookieName)) antiforgery.GetAndStoreTokens(context);
        foreach (var (name, value) in page.Headers) response.Headers.TryAdd(name, value);
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

    /// <summary>The page with the header of this reader.</summary>
    private async Task<SharedPage.Content> OwnAsync(HttpContext context, SharedPage.Content page)
    {
        var reader = await ReaderAsync(context);
        if (_own.TryGetValue((page, reader), out var own)) return own;
        var header = await HeaderAsync(context);
        own = new([.. page.Headers], [.. page.Before.Span, .. header, .. page.After.Span], null, isOfOne: true);
        // Its form must go with the cookie that he came with; and he may have been told something else meanwhile.
        var hasOldCookie = reader.Cookie is not null && !context.Response.Headers.SetCookie.Any(IsOurs);
        if (hasOldCookie && reader == await ReaderAsync(context))
        {
            if (_own.Count >= MaxHeld) _own.Clear();
            _own.TryAdd((page, reader), own);
        }

        return own;
    }

    private async ValueTask<Reader> ReaderAsync(HttpContext context)
    {
        var user = CurrentUser.Of(context.User)!;
        var shown = new List<int?>();
        foreach (var item in items) shown.Add(item.Shows is { } shows ? await shows(services, user) : null);
        return new(user, context.Request.Cookies[CookieName], string.Join('/', shown));
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

    /// <summary>Whether what sets a cookie sets the anti-forgery one.</summary>
    private bool IsOurs(string? cookie) => cookie?.StartsWith(CookieName + "=", StringComparison.Ordinal) == true;

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

    /// <summary>All that a header depends on, but for the page.</summary>
    /// <param name="User">Who has signed in.</param>
    /// <param name="Cookie">The cookie that his forms go with; null where he has none yet.</param>
    /// <param name="Shown">What the header tells him.</param>
    private readonly record struct Reader(CurrentUser User, string? Cookie, string Shown);
}

using System.Text;
using Microsoft.Extensions.Primitives;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Over https every cookie of the site as a whole is called <c>__Host-…</c> in the browser: it keeps such a cookie only if it came
/// over https, for this host and no others, so that no neighbour below the same domain and nobody on an open network can put one
/// of his in its place. The application knows the plain names; one that comes without the mark is not believed. Over http, as on
/// one's own machine, nothing is changed.
/// </summary>
internal static class HostCookies
{
    internal const string Mark = "__Host-";

    // What single sign-on keeps for its way back is bound to that way, which such a name cannot be; it is signed and serves once.
    private static readonly string[] OfOnePath = [".AspNetCore.Correlation.", ".AspNetCore.OpenIdConnect.Nonce."];

    public static WebApplication UseHostCookies(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (!context.Request.IsHttps || context.Request.PathBase.HasValue) return next(context);
            context.Request.Headers.Cookie = Known(context.Request.Headers.Cookie);
            context.Response.OnStarting(static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                headers.SetCookie = Marked(headers.SetCookie);
                return Task.CompletedTask;
            }, context);
            return next(context);
        });
        return app;
    }

    /// <summary>The cookies that a browser sends, under the names that the application knows.</summary>
    internal static StringValues Known(StringValues sent)
    {
        var known = new StringBuilder();
        foreach (var cookie in sent.OfType<string>().SelectMany(line => line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var plain = cookie.StartsWith(Mark, StringComparison.Ordinal) ? cookie[Mark.Length..]
                : OfOnePath.Any(p => cookie.StartsWith(p, StringComparison.Ordinal)) ? cookie
                : null;
            if (plain is null) continue;
            known.Append(known.Length > 0 ? "; " : "").Append(plain);
        }

        return known.Length > 0 ? known.ToString() : StringValues.Empty;
    }

    /// <summary>The cookies that are given, each with the mark that a browser allows it.</summary>
    internal static StringValues Marked(StringValues given) =>
        given.Count == 0 ? given : new([.. given.Select(cookie => cookie is not null && MayBeMarked(cookie) ? Mark + cookie : cookie)]);

    private static bool MayBeMarked(string cookie)
    {
        if (cookie.StartsWith(Mark, StringComparison.Ordinal)) return false;
        var attributes = cookie.Split(';', StringSplitOptions.TrimEntries)[1..];
        return attributes.Contains("secure", StringComparer.OrdinalIgnoreCase)
            && attributes.Contains("path=/", StringComparer.OrdinalIgnoreCase)
            && !attributes.Any(a => a.StartsWith("domain=", StringComparison.OrdinalIgnoreCase));
    }
}

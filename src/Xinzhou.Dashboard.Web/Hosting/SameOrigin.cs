using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Xinzhou.Dashboard.Web.Shell.Live;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// The connection of an open page is taken from pages of this site only. A browser lets any page of any site open a WebSocket and
/// sends the cookies along; what it also sends, and no page can change, is the origin. Programs send none, and no cookies of
/// somebody else either.
/// </summary>
internal static class SameOrigin
{
    public static WebApplication UseSameOrigin(this WebApplication app)
    {
        var hosts = app.Services.GetRequiredService<IOptions<HostFilteringOptions>>().Value.AllowedHosts;
        // Where the names of this site are set, a proxy that passes on another Host does no harm.
        // In Development they are those of this machine, where any other program may serve a page.
        StringSegment[] named = hosts.Contains("*") || app.Environment.IsDevelopment() ? [] : [.. hosts.Select(h => new StringSegment(h))];
        app.UseWhen(context => context.Request.IsPageConnection(), connections => connections.Use((context, next) =>
        {
            var origin = context.Request.Headers.Origin;
            if (origin.Count == 0 || IsOurs(origin, context.Request.Host, named)) return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }));
        return app;
    }

    /// <summary>Whether an origin is the site that is asked.</summary>
    /// <param name="origin">As the browser sends it: <c>https://dashboard.example:8443</c>, or <c>null</c> for a page without one.</param>
    /// <param name="host">The host that is asked, with its port unless that is the scheme's own.</param>
    /// <param name="named">The names of this site, if they are set.</param>
    internal static bool IsOurs(StringValues origin, HostString host, IReadOnlyList<StringSegment> named) =>
        origin is [{ } one] && Uri.TryCreate(one, UriKind.Absolute, out var from) && from.Scheme is "http" or "https"
        && (string.Equals(from.Authority, host.Value, StringComparison.OrdinalIgnoreCase)
            || (host.Port is not null && from.IsDefaultPort && string.Equals($"{from.Authority}:{from.Port}", host.Value, StringComparison.OrdinalIgnoreCase))
            || (named.Count > 0 && HostString.MatchesAny(from.Host, [.. named])));
}

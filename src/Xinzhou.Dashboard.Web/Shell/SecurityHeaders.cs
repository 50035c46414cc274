namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// What every answer tells the browser: load nothing from another host, run no script that is not a file of this
/// site, do not stand in another page's frame, do not guess types, do not tell other hosts where the reader was.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>
    /// The policy. <c>style-src-attr</c> lets a bar carry its own length as a style attribute; style elements and
    /// scripts come from files only. <c>data:</c> and <c>blob:</c> are pictures that the page itself makes (chart as PNG).
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; " +
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; " +
        "form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer, errors included.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // On starting, because an error handler clears what was set before it.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            // A page that needs another policy has given it.
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}

using Scalar.AspNetCore;

namespace Xinzhou.Dashboard.Web.Api.Description;

/// <summary>The description of the API as a page (<c>/api</c>), from files of this application only.</summary>
internal static class ApiReference
{
    private const string Address = "/api/reference";

    public static WebApplication MapApiReference(this WebApplication app)
    {
        app.MapGet("/api", () => Results.LocalRedirect($"~{Address}")).ExcludeFromDescription().AlsoHead();
        app.MapScalarApiReference(Address, options => options
            .WithTitle("忻州市七大能级跃升监测平台 API")
            .WithNonce()
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideDeveloperTools()
            .WithOperationTitleSource(OperationTitleSource.Path)
            .HideClientButton()).AlsoHead();
        return app;
    }

    /// <summary>
    /// Gives the page a policy of its own: its script starts from the page itself, by a nonce, and makes its own style sheet.
    /// Like all pages it loads nothing from another host.
    /// </summary>
    public static void UsePolicy(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Address))
        {
            context.Response.OnStarting(static state =>
            {
                var page = (HttpContext)state;
                if (page.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce)
                {
                    page.Response.Headers.ContentSecurityPolicy =
                        $"default-src 'self'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; " +
                        "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; " +
                        "form-action 'self'; frame-ancestors 'none'";
                }

                return Task.CompletedTask;
            }, context);
        }

        return next(context);
    });
}

using Microsoft.AspNetCore.StaticAssets;
using Xinzhou.Dashboard.Web.Api.Tokens;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Whatever is answered to somebody who is known, and whatever belongs to an account, is kept by no browser and no proxy
/// (<c>no-store</c>): on a machine that several use, the next one finds nothing. The program's own files are the same for all, and
/// are kept.
/// </summary>
internal static class PersonalAnswers
{
    private static readonly PathString[] OfAccounts = ["/account", "/setup"];

    public static WebApplication UsePersonalAnswers(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            // On starting: who asks is known then, and an error has cleared what was set before it.
            context.Response.OnStarting(static state =>
            {
                var context = (HttpContext)state;
                var headers = context.Response.Headers;
                if (IsPersonal(context) && !headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal)) headers.CacheControl = "no-store";
                return Task.CompletedTask;
            }, context);
            return next(context);
        });
        return app;
    }

    private static bool IsPersonal(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && (CurrentUser.Of(context.User) is not null
            || OfAccounts.Any(path => context.Request.Path.StartsWithSegments(path))
            || (context.User.Identity?.IsAuthenticated == true && context.GetEndpoint()?.Metadata.GetMetadata<ScopedAttribute>() is not null));
}

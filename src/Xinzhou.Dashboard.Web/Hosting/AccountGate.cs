using Microsoft.AspNetCore.Authorization;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Shell.Live;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Lets nobody do anything who has to set something of his account up first (a second factor that his role takes, a password that is too
/// old): his pages lead to his account, everything else is forbidden.
/// </summary>
/// <param name="next">What comes after it.</param>
internal sealed class AccountGate(RequestDelegate next)
{
    private const string Account = "/account";

    /// <summary>Answers, or lets pass.</summary>
    public async Task InvokeAsync(HttpContext context, Sessions sessions, ProblemWriter problems)
    {
        if (context.User.Identity?.IsAuthenticated != true || IsOpen(context) || !await HasDutyAsync(context, sessions))
        {
            await next(context);
            return;
        }

        if (RefusalWriter.IsPage(context))
        {
            var query = context.Request.Query[Address.LanguageName] == Languages.English
                ? QueryString.Create(Address.LanguageName, Languages.English)
                : QueryString.Empty;
            context.Response.Redirect($"{context.Request.PathBase}{Account}{query}");
            return;
        }

        await problems.WriteAsync(context, StatusCodes.Status403Forbidden, ProblemCode.Forbidden);
    }

    private static bool IsOpen(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Account)
        // That of the page of his account. What it could ask for asks for its person anew (Caller), who is nobody until then.
        || context.Request.IsPageConnection()
        // Files of the program, signing in and out, the pages of failures. Reading pages say nothing of the kind.
        || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static async ValueTask<bool> HasDutyAsync(HttpContext context, Sessions sessions)
    {
        try
        {
            return await sessions.DutyOfAsync(context.User, context.RequestAborted) is not null;
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // Nobody can say: until somebody can, he is nobody.
            context.Features.Set(new UnknownSession());
            context.User = new();
            return false;
        }
    }
}

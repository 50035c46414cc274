using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Api.Problems;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Answers what cannot be done while PostgreSQL does not answer, takes no more connections or no changes: 503, and when to ask
/// again. Nobody is sent to sign-in for it, and a script that saves knows that it may send the same once more.
/// </summary>
internal sealed partial class DatabaseAway(RequestDelegate next, ProblemWriter problems, ILogger<DatabaseAway> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
        }
        catch (Exception lost) when (lost.Outage() is { } outage && !context.Response.HasStarted)
        {
            LogOutage(logger, lost, context.Request.Method, context.Request.Path, outage);
            context.Response.Clear();
            await AnswerAsync(context, problems, outage);
        }
    }

    /// <summary>The answer: a page with a sentence for who asks for a page, problem details for programs.</summary>
    public static Task AnswerAsync(HttpContext context, ProblemWriter problems, DatabaseOutage outage = DatabaseOutage.Away)
    {
        context.Response.Headers.RetryAfter = OutageProblem.RetryAfter(outage);
        var isPage = !context.Request.Path.StartsWithSegments("/api")
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (!isPage)
        {
            return problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, OutageProblem.CodeOf(outage));
        }

        // Without a body: the page for such answers is shown in its place, and a page is got.
        context.Features.Set(new FeltOutage(outage is DatabaseOutage.DiskFull or DatabaseOutage.ReadOnly ? outage.ToString() : nameof(DatabaseOutage.Away)));
        context.Request.Method = HttpMethods.Get;
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "{Method} {Path}: PostgreSQL cannot do it ({Outage})")]
    private static partial void LogOutage(ILogger log, Exception exception, string method, PathString path, DatabaseOutage outage);
}

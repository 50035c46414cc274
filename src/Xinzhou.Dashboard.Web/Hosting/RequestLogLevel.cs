using Serilog.Events;
using Xinzhou.Dashboard.Web.Shell.Live;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// How loudly a request is logged. In Production a read that went well is not worth a line: thousands a second would cost
/// more than the answers.
/// </summary>
public static class RequestLogLevel
{
    /// <summary>Milliseconds from which on a request is slow.</summary>
    private const double Slow = 1000;

    /// <summary>The level of one request.</summary>
    /// <param name="context">Request and answer.</param>
    /// <param name="milliseconds">How long it took.</param>
    /// <param name="failure">The exception that nobody caught, or null.</param>
    /// <param name="isDevelopment">In Development reads are told too.</param>
    public static LogEventLevel Of(HttpContext context, double milliseconds, Exception? failure, bool isDevelopment)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (request, status) = (context.Request, context.Response.StatusCode);

        // Who leaves a page breaks off what it asks for: nothing failed.
        if (failure is OperationCanceledException or BadHttpRequestException && context.RequestAborted.IsCancellationRequested) return LogEventLevel.Debug;
        if (failure is not null || status >= 500) return LogEventLevel.Error;

        // The connection of a page lasts as long as somebody looks at it.
        if (request.IsPageConnection()) return LogEventLevel.Debug;
        if (milliseconds > Slow) return LogEventLevel.Warning;

        // A check every few seconds would drown what people do.
        if (request.Path.StartsWithSegments("/healthz")) return LogEventLevel.Debug;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return isRead && status < 400 && !isDevelopment ? LogEventLevel.Debug : LogEventLevel.Information;
    }
}

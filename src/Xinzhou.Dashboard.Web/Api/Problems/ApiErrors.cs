using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Api.Problems;

/// <summary>
/// Gives a problem as the body of every answer under <c>/api</c> that would go without one: an address that nothing answers,
/// a method that it does not take, an error that nobody expected. Of the latter the reader learns nothing but that it was.
/// </summary>
public sealed partial class ApiErrors(RequestDelegate next, ProblemWriter problems, ILogger<ApiErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = exception.StatusCode;
        }
        catch (Exception lost) when (lost.Outage() is { } outage && !context.Response.HasStarted)
        {
            LogFailure(logger, lost, context.Request.Method, context.Request.Path);
            context.Response.Clear();
            context.Response.Headers.RetryAfter = OutageProblem.RetryAfter(outage);
            await problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, OutageProblem.CodeOf(outage));
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            LogFailure(logger, exception, context.Request.Method, context.Request.Path);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (IsWithoutBody(context.Response) && Problem(context.Response.StatusCode) is { } code)
        {
            await problems.WriteAsync(context, context.Response.StatusCode, code);
        }
    }

    private static bool IsWithoutBody(HttpResponse response) =>
        !response.HasStarted && response is { StatusCode: >= 400, ContentLength: null, ContentType: null };

    private static ProblemCode? Problem(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ProblemCode.Unauthorized,
        StatusCodes.Status403Forbidden => ProblemCode.Forbidden,
        StatusCodes.Status404NotFound => ProblemCode.NotFound,
        StatusCodes.Status405MethodNotAllowed => ProblemCode.MethodNotAllowed,
        StatusCodes.Status406NotAcceptable => ProblemCode.NotAcceptable,
        StatusCodes.Status413PayloadTooLarge => ProblemCode.PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType => ProblemCode.UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => ProblemCode.TooManyRequests,
        StatusCodes.Status503ServiceUnavailable => ProblemCode.Unavailable,
        >= 500 => ProblemCode.InternalError,
        _ => ProblemCode.BadRequest,
    };

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogFailure(ILogger logger, Exception exception, string method, PathString path);
}

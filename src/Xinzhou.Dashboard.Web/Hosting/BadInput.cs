using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Api.Problems;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// What cannot be read is the fault of who sent it, and is answered so (4xx): a body that is too long or breaks off, a form with a
/// NUL in it or with names that are none, a text that no database keeps. Forms are read here, once, before the page is made, so that
/// whatever is wrong with them is found in one place.
/// </summary>
internal sealed partial class BadInput(RequestDelegate next, ProblemWriter problems, ILogger<BadInput> logger)
{
    /// <summary>
    /// The longest name of a field. What maps forms onto the parts of a page keeps names in a buffer of 2048 characters, and adds to
    /// them.
    /// </summary>
    public const int MaxFieldName = 512;

    /// <summary>The longest body of a form, in bytes. The longest there is, a review of every cell with a text, is shorter.</summary>
    private const long MaxForm = 8 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int status;
        try
        {
            status = await FaultOfFormAsync(context);
            if (status == 0)
            {
                await next(context);
                return;
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            LogRefused(logger, refused, context.Request.Method, context.Request.Path);
            status = refused.StatusCode;
        }
        catch (Exception unkept) when (unkept.IsUnwritableText() && !context.Response.HasStarted)
        {
            LogRefused(logger, unkept, context.Request.Method, context.Request.Path);
            status = StatusCodes.Status400BadRequest;
        }

        context.Response.Clear();
        await AnswerAsync(context, status);
    }

    /// <summary>Reads what is sent to a page, or as a form to anything else.</summary>
    /// <returns>0 if it can be read, or is no form; else the status that says what is wrong.</returns>
    private static async ValueTask<int> FaultOfFormAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || context.GetEndpoint() is null) return 0;
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            // The page for an answer without a body: it is got, whatever was asked for.
            request.Method = HttpMethods.Get;
            return 0;
        }

        if (!request.HasFormContentType) return IsPage(context) ? StatusCodes.Status400BadRequest : 0;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxForm;
        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            return form.All(field => IsName(field.Key) && field.Value.All(IsText)) ? 0 : StatusCodes.Status400BadRequest;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or NotSupportedException or (IOException and not BadHttpRequestException))
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    private static bool IsText(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;

    // What maps forms onto the parts of a page would look for the end of a bracket that has none for ever.
    private static bool IsName(string name) => IsText(name) && name.LastIndexOf('[') <= name.LastIndexOf(']');

    private static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private Task AnswerAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (!context.Request.Path.StartsWithSegments("/api")
            && (IsPage(context) || context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)))
        {
            // Without a body: the page for such answers is shown in its place.
            return Task.CompletedTask;
        }

        return problems.WriteAsync(context, status, status switch
        {
            StatusCodes.Status413PayloadTooLarge => ProblemCode.PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType => ProblemCode.UnsupportedMediaType,
            _ => ProblemCode.BadRequest,
        });
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Path}: what was sent cannot be read")]
    private static partial void LogRefused(ILogger log, Exception exception, string method, PathString path);
}

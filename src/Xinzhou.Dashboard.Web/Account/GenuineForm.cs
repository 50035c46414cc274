using Microsoft.AspNetCore.Antiforgery;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>Lets a form through only if it was sent from a page of this system, for the person who sends it.</summary>
internal sealed class GenuineForm(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.Features.Get<UnknownSession>() is not null)
        {
            // Whose form it is nobody can say: it may be sent again.
            context.HttpContext.Response.Headers.RetryAfter = "2";
            context.HttpContext.Request.Method = HttpMethods.Get;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (await antiforgery.IsRequestValidAsync(context.HttpContext))
        {
            return await next(context);
        }

        // The page for such answers is shown in its place, and a page is got.
        context.HttpContext.Request.Method = HttpMethods.Get;
        return Results.StatusCode(StatusCodes.Status400BadRequest);
    }

    /// <summary>Puts the filter before an end point that takes a form; the framework's own check would answer 500.</summary>
    public static void Before(RouteHandlerBuilder endpoint) => endpoint.DisableAntiforgery().AddEndpointFilter<GenuineForm>();
}

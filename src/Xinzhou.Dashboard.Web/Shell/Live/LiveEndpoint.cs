namespace Xinzhou.Dashboard.Web.Shell.Live;

/// <summary>Where an open page follows what is committed: a WebSocket, and for those whom none reaches the first word of one, to be asked for now and then.</summary>
public static class LiveEndpoint
{
    /// <summary>Its address. What comes here comes from a page and not from its reader.</summary>
    public const string Path = "/live";

    /// <summary>Maps it; whoever may read may follow.</summary>
    public static void MapLive(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var pipeline = endpoints.CreateApplicationBuilder();
        // The one timer of LiveAnnouncer keeps all streams alive, instead of one each.
        pipeline.UseWebSockets(new() { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        pipeline.Run(AnswerAsync);
        endpoints.Map(Path, pipeline.Build());
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var viewers = context.RequestServices.GetRequiredService<LiveViewers>();
        if (context.Features.Get<UnknownSession>() is not null)
        {
            // Whose page it is nobody can say: it is not told that its reader has left.
            Refuse(context, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(viewers.Now(context.User), context.RequestAborted);
            return;
        }

        using var place = viewers.Take(context);
        if (place is null)
        {
            Refuse(context, StatusCodes.Status429TooManyRequests);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await viewers.FollowAsync(socket, context.User, context.RequestAborted);
    }

    /// <summary>Without a page in the body: nobody would read it.</summary>
    private static void Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = "10";
        context.Response.ContentLength = 0;
    }
}

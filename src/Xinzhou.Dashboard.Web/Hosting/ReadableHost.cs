namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Pages are made for the host that is asked: their addresses begin with it. Who names none, or one that no address can be made of (a
/// port beyond the last), is answered with 400. Monitors that name none (HTTP/1.0) are told of health all the same.
/// </summary>
internal static class ReadableHost
{
    private const string HealthPath = "/healthz";

    public static WebApplication UseReadableHost(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (IsReadable(context.Request.Host) || context.Request.Path.StartsWithSegments(HealthPath)) return next(context);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
        return app;
    }

    /// <summary>Whether an address can be made of it.</summary>
    internal static bool IsReadable(HostString host) => host.HasValue && Uri.TryCreate($"http://{host.Value}/", UriKind.Absolute, out _);
}

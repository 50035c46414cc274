using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Backups;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// <c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: every check with the tag <see cref="Ready"/> is
/// well; a part that must be loaded before pages make sense adds a check of its own. <c>/healthz/backup</c>: the newest backup is
/// younger than it must be.
/// </summary>
public static class Health
{
    /// <summary>The tag of the checks that decide whether the instance is ready.</summary>
    public const string Ready = "ready";

    /// <summary>The tag of the check that says how the backups stand.</summary>
    public const string Backup = "backup";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database", tags: [Ready])
            .AddCheck<SnapshotHealthCheck>("snapshot", tags: [Ready])
            .AddCheck<BackupHealthCheck>(Backup, tags: [Backup]);
        return services.AddSingleton<HealthAnswers>();
    }

    /// <summary>
    /// Answers about health before anybody is asked who asks: whom a cookie or a token belongs to PostgreSQL would have to say.
    /// </summary>
    public static WebApplication UseHealth(this WebApplication app)
    {
        app.Use((context, next) => context.GetEndpoint() is { RequestDelegate: { } answer } endpoint && endpoint.Metadata.GetMetadata<HealthEndpoint>() is not null
            ? answer(context)
            : next(context));
        return app;
    }

    public static WebApplication MapHealth(this WebApplication app)
    {
        var answers = app.Services.GetRequiredService<HealthAnswers>();
        Add("live", _ => Task.FromResult(HealthStatus.Healthy));
        Add(Ready, answers.AskAsync);
        Add(Backup, answers.AskAsync);
        return app;

        void Add(string name, Func<string, Task<HealthStatus>> ask) => app
            .Map($"/healthz/{name}", async context => await WriteAsync(context, await ask(name)))
            .WithMetadata(new HealthEndpoint()).AllowAnonymous();
    }

    /// <summary>Waits, after the start, until the first snapshot has been read.</summary>
    public static async Task WaitUntilReadyAsync(this WebApplication app, CancellationToken cancellation)
    {
        var snapshots = app.Services.GetRequiredService<SnapshotStore>();
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Announce() => loaded.TrySetResult();
        snapshots.Changed += Announce;
        if (!snapshots.IsLoaded) await loaded.Task.WaitAsync(cancellation);
        snapshots.Changed -= Announce;
    }

    private static Task WriteAsync(HttpContext context, HealthStatus status)
    {
        context.Response.StatusCode = status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.ContentType = "text/plain";
        context.Response.Headers.CacheControl = "no-store, no-cache";
        return context.Response.WriteAsync(status.ToString(), context.RequestAborted);
    }

    /// <summary>Marks what is answered by <see cref="UseHealth"/>.</summary>
    private sealed class HealthEndpoint;
}

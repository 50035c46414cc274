using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// <c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: every check with the tag <see cref="Ready"/> is
/// well; a part that must be loaded before pages make sense adds a check of its own.
/// </summary>
public static class Health
{
    /// <summary>The tag of the checks that decide whether the instance is ready.</summary>
    public const string Ready = "ready";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database", tags: [Ready], timeout: Timeout)
            .AddCheck<SnapshotHealthCheck>("snapshot", tags: [Ready]);
        return services;
    }

    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready", new() { Predicate = IsForReady }).AllowAnonymous();
        return app;
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

    private static bool IsForReady(HealthCheckRegistration check) => check.Tags.Contains(Ready);
}

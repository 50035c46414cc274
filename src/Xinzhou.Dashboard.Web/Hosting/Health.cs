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

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database", tags: [Ready], timeout: Timeout)
            .AddCheck<SnapshotHealthCheck>("snapshot", tags: [Ready])
            .AddCheck<BackupHealthCheck>(Backup, tags: [Backup], timeout: Timeout);
        return services;
    }

    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready", new() { Predicate = IsForReady }).AllowAnonymous();
        app.MapHealthChecks("/healthz/backup", new() { Predicate = check => check.Tags.Contains(Backup) }).AllowAnonymous();
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

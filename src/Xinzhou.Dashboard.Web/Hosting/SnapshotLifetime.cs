using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>Keeps the snapshot of this instance current while it runs.</summary>
internal sealed class SnapshotLifetime(SnapshotFollower follower) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => follower.RunAsync(stoppingToken);
}

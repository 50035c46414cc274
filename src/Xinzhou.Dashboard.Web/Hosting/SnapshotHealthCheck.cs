using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>Whether the first snapshot has been read; before, pages would be empty.</summary>
internal sealed class SnapshotHealthCheck(SnapshotStore snapshots) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(snapshots.IsLoaded ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No snapshot has been read yet."));
}

using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xinzhou.Dashboard.Data.Backup;

namespace Xinzhou.Dashboard.Web.Backups;

/// <summary>
/// For a monitor of the house: unhealthy when the newest backup is older than it may be, degraded when none is taken by itself.
/// Whether the instance is ready does not depend on it.
/// </summary>
internal sealed class BackupHealthCheck(ScheduledBackups backups, TimeProvider time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        backups is not { Schedule: { } schedule } || backups.Look() is not { } standing ? HealthCheckResult.Degraded()
        : standing.IsLate(time.GetUtcNow(), schedule.LateAfter) ? HealthCheckResult.Unhealthy()
        : HealthCheckResult.Healthy());
}

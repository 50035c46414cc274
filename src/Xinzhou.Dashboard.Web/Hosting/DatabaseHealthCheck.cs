using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>Whether PostgreSQL answers.</summary>
internal sealed class DatabaseHealthCheck(DashboardDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            return HealthCheckResult.Unhealthy("PostgreSQL does not answer.", failure);
        }
    }
}

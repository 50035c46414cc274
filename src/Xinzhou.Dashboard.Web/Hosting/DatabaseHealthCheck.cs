using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>Whether PostgreSQL answers.</summary>
internal sealed class DatabaseHealthCheck(DashboardDatabase database) : IHealthCheck
{
    // Less than an answer takes at most (HealthAnswers): the log says then that it was PostgreSQL.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.PingAsync(cancellationToken).WithinAsync(Limit, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            return HealthCheckResult.Unhealthy("PostgreSQL does not answer.", failure);
        }
    }
}

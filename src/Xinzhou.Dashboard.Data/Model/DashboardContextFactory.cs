using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Model;

/// <summary>A pool of contexts that is made with the first of them: what only holds the factory need not wait for the model.</summary>
internal sealed class DashboardContextFactory(IServiceProvider services, NpgsqlDataSource application) : IDbContextFactory<DashboardContext>
{
    private readonly Lazy<PooledDbContextFactory<DashboardContext>> _pool = new(() => new(DashboardContexts.Options(services, application)));

    /// <inheritdoc/>
    public DashboardContext CreateDbContext() => _pool.Value.CreateDbContext();
}

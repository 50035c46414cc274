using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Opens the database before anything else starts, and closes it after everything else has stopped. Registered first:
/// hosted services start in this order and stop in the opposite one, the web server starts last.
/// </summary>
internal sealed class DatabaseLifetime(
    IServiceProvider services, DashboardDatabase database, DashboardSettings settings, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await services.OpenDatabaseAsync(cancellationToken);
        if (settings.IsDevelopment)
        {
            await Personas.EnterAsync(database.App, time.GetUtcNow(), cancellationToken);
        }
    }

    // Not cut short by the token: a server that is left running would be worse than a late exit.
    public async Task StopAsync(CancellationToken cancellationToken) => await database.DisposeAsync();
}

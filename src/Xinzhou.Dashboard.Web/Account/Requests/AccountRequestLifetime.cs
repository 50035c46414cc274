using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Account.Requests;

/// <summary>Brings requests over accounts into force that nobody has called in question for a day; looks every minute.</summary>
internal sealed partial class AccountRequestLifetime(
    IServiceScopeFactory scopes, IDbContextFactory<DashboardContext> contexts, TimeProvider time, ILogger<AccountRequestLifetime> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                await RunAsync(stoppingToken);
            }
            while (await clock.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<AccountRequests>().RunAsync(contexts, cancellation) is > 0 and var requests)
            {
                LogDue(requests);
            }
        }
        catch (Exception failure) when (failure.IsDatabaseError() || failure is IOException or TimeoutException or InvalidOperationException or FormatException)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Requests} requests over accounts have waited for a day and were dealt with")]
    private partial void LogDue(int requests);

    [LoggerMessage(LogLevel.Warning, "The requests over accounts could not be looked into; it is tried again in a minute")]
    private partial void LogFailed(Exception failure);
}

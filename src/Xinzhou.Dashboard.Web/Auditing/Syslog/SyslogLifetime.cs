using System.Net.Sockets;
using System.Security.Authentication;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Auditing.Syslog;

/// <summary>Sends events to the collector of logs as they come; what fails is tried again, and said once an hour.</summary>
internal sealed partial class SyslogLifetime(AuditDelivery delivery, DashboardSettings settings, TimeProvider time, ILogger<SyslogLifetime> log) : BackgroundService
{
    /// <summary>How often it is seen whether there are events.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private DateTimeOffset? _saidAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Audit.Syslog is not { } collector) return;
        var sender = new SyslogSender(collector);
        using var clock = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                await TryAsync(sender, stoppingToken);
            }
            while (await clock.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops; the next start goes on where it stood.
        }
    }

    private async Task TryAsync(SyslogSender sender, CancellationToken cancellation)
    {
        try
        {
            while (await delivery.RunAsync(sender.SendAsync, cancellation) == AuditDelivery.MaxAtOnce)
            {
                // There may be more.
            }

            if (_saidAt is not null) LogBack();
            _saidAt = null;
        }
        catch (Exception failure) when (failure.IsDatabaseError() || failure is IOException or SocketException or AuthenticationException or TimeoutException)
        {
            var now = time.GetUtcNow();
            if (now - _saidAt < Again) return;
            _saidAt = now;
            LogFailed(failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "Audit events do not reach the collector of logs; they are kept, and sent when it is back: {Why}")]
    private partial void LogFailed(string why);

    [LoggerMessage(LogLevel.Warning, "The collector of logs has all audit events again")]
    private partial void LogBack();
}

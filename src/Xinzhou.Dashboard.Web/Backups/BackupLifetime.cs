using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Backups;

/// <summary>
/// Sees every minute, from the start on, whether a backup is due; one that fails is tried again some minutes later. Once an hour the log says
/// that they are late.
/// </summary>
internal sealed partial class BackupLifetime(ScheduledBackups backups, SettingsOverview settings, TimeProvider time, ILogger<BackupLifetime> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _saidAt = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (backups.Schedule is not { } schedule) return;
        if (schedule.KeyFile is null) LogReadable();
        using var clock = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                if (time.GetUtcNow() >= _notBefore) await RunAsync(stoppingToken);
                SayIfLate(schedule);
            }
            while (await clock.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops; what was begun is removed.
        }
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            var round = await backups.RunAsync(settings.Given(), cancellation);
            if (round.Taken is { } taken) LogTaken(taken.Name, taken.Bytes);
            if (round.Copied is { } copied) LogCopied(copied);
        }
        catch (Exception failure) when (failure.IsDatabaseError()
            || failure is BackupException or IOException or UnauthorizedAccessException or TimeoutException or InvalidOperationException)
        {
            _notBefore = time.GetUtcNow() + Later;
            // What says itself what is to be done needs no stack.
            LogFailed(failure.Message, failure is BackupException or IOException or UnauthorizedAccessException ? null : failure);
        }
    }

    private void SayIfLate(BackupSchedule schedule)
    {
        var now = time.GetUtcNow();
        if (now - _saidAt < Again || backups.Look() is not { } standing) return;
        BackupPlaceState[] late = [.. standing.Places.Where(p => p.IsLate(now, schedule.LateAfter))];
        if (late.Length > 0) _saidAt = now;
        foreach (var place in late) LogLate(schedule.LateAfter.TotalHours, place.Folder, place.Newest?.Name ?? "none");
    }

    [LoggerMessage(LogLevel.Information, "The backup {Name} was taken and read back, {Bytes} bytes")]
    private partial void LogTaken(string name, long bytes);

    [LoggerMessage(LogLevel.Information, "The backup {Name} was copied to the second place and read back there")]
    private partial void LogCopied(string name);

    [LoggerMessage(LogLevel.Warning, "Backups are taken without a key: whoever reads them has the keys of sessions and the hashes of passwords. Dashboard:Backup:Key encrypts them")]
    private partial void LogReadable();

    [LoggerMessage(LogLevel.Error, "The backup that is due was not taken or not copied; it is tried again in some minutes: {Why}")]
    private partial void LogFailed(string why, Exception? failure);

    [LoggerMessage(LogLevel.Error, "There is no backup of the last {Hours} hours in {Folder}; the newest there is {Newest}")]
    private partial void LogLate(double hours, string folder, string newest);
}

using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Backups;

/// <summary>
/// Sees every minute, from the start on, whether a backup is due; one that fails is tried again some minutes later. When they are
/// late the log says so once an hour, and administrators get a message.
/// </summary>
internal sealed partial class BackupLifetime(ScheduledBackups backups, BackupAlarm alarm, SettingsOverview settings, TimeProvider time, ILogger<BackupLifetime> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _saidAt = DateTimeOffset.MinValue;
    private bool _isElsewhere;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (backups.Schedule is not { } schedule) return;
        if (schedule.KeyFile is null) LogReadable();
        using var clock = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                if (time.GetUtcNow() >= _notBefore) await TryAsync(() => RunAsync(stoppingToken));
                await TryAsync(() => SayIfLateAsync(schedule, stoppingToken));
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
        var round = await backups.RunAsync(settings.Given(), cancellation);
        _isElsewhere = round is null;
        if (round?.Taken is { } taken) LogTaken(taken.Name, taken.Bytes, round.Head);
        if (round?.Copied is { } copied) LogCopied(copied);
    }

    private async Task SayIfLateAsync(BackupSchedule schedule, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Another instance is at it: it says what is to be said.
        if (_isElsewhere || now - _saidAt < Again || backups.Look() is not { } standing) return;
        BackupPlaceState[] late = [.. standing.Places.Where(p => p.IsLate(now, schedule.LateAfter))];
        if (late.Length == 0) return;
        _saidAt = now;
        foreach (var place in late) LogLate(schedule.LateAfter.TotalHours, place.Folder, place.Newest?.Name ?? "none");
        await alarm.TellAsync(cancellation);
    }

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception failure) when (failure.IsDatabaseError()
            || failure is BackupException or IOException or UnauthorizedAccessException or TimeoutException or InvalidOperationException)
        {
            _notBefore = time.GetUtcNow() + Later;
            // What says itself what is to be done needs no stack.
            LogFailed(failure.Message, failure is BackupException or IOException or UnauthorizedAccessException ? null : failure);
        }
    }

    [LoggerMessage(LogLevel.Information, "The backup {Name} was taken and read back, {Bytes} bytes; the audit log ends there with {Head}")]
    private partial void LogTaken(string name, long bytes, AuditHead? head);

    [LoggerMessage(LogLevel.Information, "The backup {Name} was copied to the second place and read back there")]
    private partial void LogCopied(string name);

    [LoggerMessage(LogLevel.Warning, "Backups are taken without a key: whoever reads them has the keys of sessions and the hashes of passwords. Dashboard:Backup:Key encrypts them")]
    private partial void LogReadable();

    [LoggerMessage(LogLevel.Error, "What is due about the backups was not done; it is tried again in some minutes: {Why}")]
    private partial void LogFailed(string why, Exception? failure);

    [LoggerMessage(LogLevel.Error, "There is no backup of the last {Hours} hours in {Folder}; the newest there is {Newest}")]
    private partial void LogLate(double hours, string folder, string newest);
}

using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>
/// Takes the backups that are due, copies each to the second place and removes those that are too many. Of
/// several instances on the same folder one does it.
/// </summary>
/// <param name="database">The database, opened.</param>
/// <param name="schedule">When, and where to; null: there is no schedule, and nothing is done.</param>
/// <param name="time">The clock.</param>
public sealed class ScheduledBackups(DashboardDatabase database, BackupSchedule? schedule, TimeProvider time)
{
    /// <summary>Who takes them, as the audit log says it.</summary>
    public const string Actor = "schedule";

    private const string LockName = ".xinzhou-backups.lock";

    /// <summary>The schedule; null if there is none.</summary>
    public BackupSchedule? Schedule => schedule;

    /// <summary>Does what is to be done now; what fails is tried again the next time.</summary>
    /// <param name="settings">The settings of the installation by name, without secrets.</param>
    /// <param name="cancellation">Cancels; what was complete stays.</param>
    /// <returns>What was done; null if another instance is at it.</returns>
    /// <exception cref="BackupException">None is taken.</exception>
    /// <exception cref="IOException">A folder or file cannot be read or written.</exception>
    public async Task<BackupRound?> RunAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellation = default)
    {
        if (schedule is null) return BackupRound.Nothing;
        if (!Directory.Exists(schedule.Folder)) throw Missing(schedule.Folder);
        using var alone = FileLock.TryTakeExclusive(Path.Combine(schedule.Folder, LockName));
        if (alone is null) return null;

        var (place, now) = (new BackupPlace(schedule.Folder), time.GetUtcNow());
        var copies = place.All(now);
        var key = schedule.KeyFile is { } file ? await BackupKey.ReadAsync(new(file), cancellation) : null;
        BackupCopy? taken = null;
        AuditHead? head = null;
        if (copies.Count == 0 || copies[0].At < schedule.DueBefore(now))
        {
            (taken, head) = await TakeAsync(place, now, key, settings, cancellation);
            place.Prune(schedule.Keep, now);
        }

        var copied = schedule.SecondFolder is { } second ? await CopyAsync(place, second, key, now, cancellation) : null;
        return new(taken, copied) { Head = head };
    }

    /// <summary>How they stand; null without a schedule.</summary>
    public BackupStanding? Look() => schedule is null
        ? null
        : new(
            new BackupPlace(schedule.Folder).Look(time.GetUtcNow()),
            schedule.SecondFolder is { } second ? new BackupPlace(second).Look(time.GetUtcNow()) : null);

    private async Task<(BackupCopy Taken, AuditHead Head)> TakeAsync(
        BackupPlace place, DateTimeOffset now, BackupKey? key, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        var file = place.File(BackupPlace.NameAt(now));
        var manifest = await DatabaseBackup.TakeAsync(database, file, new() { Key = key, Cipher = schedule!.Cipher, Settings = settings, Actor = Actor }, time, cancellation);
        file.Refresh();
        return (new(file.Name, now, file.Length), manifest.Audit);
    }

    private async Task<string?> CopyAsync(BackupPlace place, string second, BackupKey? key, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!Directory.Exists(second)) throw Missing(second);
        var (elsewhere, newest) = (new BackupPlace(second), place.All(now)[0]);
        if (elsewhere.File(newest.Name) is { Exists: true } there && there.Length == newest.Bytes) return null;
        await elsewhere.TakeOverAsync(place.File(newest.Name), key, cancellation);
        elsewhere.Prune(schedule!.Keep, now);
        return newest.Name;
    }

    private static DirectoryNotFoundException Missing(string folder) =>
        new($"The folder {folder} for backups is not there: make it, or mount its disk.");
}

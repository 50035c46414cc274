using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Web.Backups;

namespace Xinzhou.Dashboard.Web.Administration;

/// <summary>What somebody should see to about the backups.</summary>
public static class BackupPoints
{
    private const string Path = "/admin/settings";

    /// <summary>The points of a moment.</summary>
    /// <param name="view">How the backups stand.</param>
    /// <param name="now">The moment.</param>
    /// <param name="isDevelopment">Whether it is an installation for training, which wants none.</param>
    public static IEnumerable<AttentionPoint> Of(BackupView view, DateTimeOffset now, bool isDevelopment)
    {
        if (view is not { Schedule: { } schedule, Standing: { } standing })
        {
            // Another clock may run the command.
            var isRecent = view.Noted is { } noted && now - noted <= BackupSchedule.LateByDefault;
            if (!isDevelopment && !isRecent) yield return new("BackupNotScheduled", 1, [], Path);
            yield break;
        }

        var places = standing.Places;
        var gone = places.Where(p => !p.IsReadable).Select(p => p.Folder).ToArray();
        yield return new("BackupFolderGone", gone.Length, gone, Path);
        var empty = places.Where(p => p is { IsReadable: true, Newest: null }).Select(p => p.Folder).ToArray();
        yield return new("BackupNone", empty.Length, empty, Path);
        foreach (var place in places.Where(p => p.Newest is not null && p.IsLate(now, schedule.LateAfter)))
            yield return new(place == standing.First ? "BackupLate" : "BackupLateElsewhere", (int)(now - place.Newest!.At).TotalHours, [], Path);
    }
}

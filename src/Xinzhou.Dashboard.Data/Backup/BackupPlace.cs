using System.Globalization;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>A folder of backups that are taken by themselves. What else lies in it, others' backups too, is left alone.</summary>
/// <param name="folder">Its absolute path.</param>
internal sealed class BackupPlace(string folder)
{
    private const string NameFormat = "'xinzhou-'yyyyMMdd'-'HHmmss'.backup'";
    private const string Pattern = "xinzhou-*.backup";

    // What a process that was killed left half written; younger, somebody may be at it.
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>The name of one that is taken at a moment.</summary>
    public static string NameAt(DateTimeOffset moment) => moment.ToOffset(Shanghai.Offset).ToString(NameFormat, CultureInfo.InvariantCulture);

    /// <summary>The file of a name here.</summary>
    public FileInfo File(string name) => new(Path.Combine(folder, name));

    /// <summary>
    /// The backups, the newest first. Those of a clock that was ahead are left alone like others' files: they would pass for the
    /// newest until it is their day.
    /// </summary>
    /// <param name="now">The moment.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<BackupCopy> All(DateTimeOffset now) =>
        [.. new DirectoryInfo(folder).EnumerateFiles(Pattern).Select(Read).OfType<BackupCopy>().Where(c => c.At <= now).OrderByDescending(c => c.At)];

    /// <summary>What lies here, as far as it can be seen.</summary>
    /// <param name="now">The moment.</param>
    public BackupPlaceState Look(DateTimeOffset now)
    {
        try
        {
            var all = All(now);
            return new(folder, all.Count == 0 ? null : all[0], all.Count, all.Sum(c => c.Bytes), IsReadable: true);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new(folder, null, 0, 0, IsReadable: false);
        }
    }

    /// <summary>Copies a backup to here; it stands under its name when all of it was written and read back.</summary>
    public async Task TakeOverAsync(FileInfo backup, BackupKey? key, CancellationToken cancellation)
    {
        var target = File(backup.Name).FullName;
        var partial = target + DatabaseBackup.Unfinished;
        try
        {
            await using (var from = new FileStream(backup.FullName, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan }))
            await using (var to = new FileStream(partial, DatabaseBackup.ForUsAlone))
            {
                await from.CopyToAsync(to, cancellation);
                to.Flush(flushToDisk: true);
            }

            await BackupReader.CheckAsync(partial, key, cancellation);
            System.IO.File.Move(partial, target, overwrite: true);
        }
        catch
        {
            System.IO.File.Delete(partial);
            throw;
        }
    }

    /// <summary>Removes all but the newest.</summary>
    /// <param name="keep">How many stay.</param>
    /// <param name="now">The moment.</param>
    public void Prune(int keep, DateTimeOffset now)
    {
        foreach (var copy in All(now).Skip(keep)) File(copy.Name).Delete();
        foreach (var left in new DirectoryInfo(folder).EnumerateFiles(Pattern + DatabaseBackup.Unfinished).Where(f => now - f.LastWriteTimeUtc > Abandoned)) left.Delete();
    }

    private static BackupCopy? Read(FileInfo file) =>
        DateTime.TryParseExact(file.Name, NameFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new(file.Name, new(at, Shanghai.Offset), file.Length)
            : null;
}

using System.Diagnostics;
using System.Globalization;

namespace Xinzhou.Dashboard.Testing;

/// <summary>
/// Clears away what test runs that were killed have left below /tmp and in memory: a folder each, <c>xzd-tests-{process}-…</c>, and mostly
/// a PostgreSQL that still runs in it. What a living process uses is left alone.
/// </summary>
public static class LeftoverServers
{
    /// <summary>How the name of a test run's folder begins; the number of its process follows.</summary>
    public const string Prefix = "xzd-tests-";

    /// <summary>Where folders lie on a disk.</summary>
    public const string Disk = "/tmp";

    /// <summary>Where folders lie in memory; not on every machine.</summary>
    public const string Memory = "/dev/shm";

    /// <summary>Stops the servers of dead test runs and removes their folders.</summary>
    public static async Task RemoveAsync()
    {
        var places = new[] { Disk, Memory }.Where(Directory.Exists);
        foreach (var folder in places.SelectMany(p => Directory.EnumerateDirectories(p, $"{Prefix}*")).Where(IsLeftOver).ToArray())
        {
            try
            {
                foreach (var pidFile in Directory.GetFiles(folder, "postmaster.pid", SearchOption.AllDirectories)) await StopAsync(pidFile);
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // Another test run clears it away as well, or it belongs to somebody else.
            }
        }
    }

    // Two signs, because a number may mean another process elsewhere: a container that shares /tmp.
    private static bool IsLeftOver(string folder) =>
        int.TryParse(Path.GetFileName(folder)[Prefix.Length..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && !IsAlive(process)
        && !IsLocked(Path.Combine(folder, "postgresql", "users.lock"));

    // Every user of a private server holds a lock on this file; the kernel drops it with the process.
    private static bool IsLocked(string path)
    {
        try
        {
            if (File.Exists(path)) new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static async Task StopAsync(string pidFile)
    {
        if (!int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var server)
            || !IsServerOf(server, Path.GetDirectoryName(pidFile)!)) return;

        // A fast shutdown, as pg_ctl asks for it.
        using var kill = Process.Start("kill", ["-INT", server.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await Wait.UntilAsync(() => !IsAlive(server) || !File.Exists(pidFile));
    }

    private static bool IsServerOf(int process, string data)
    {
        var arguments = CommandOf(process).Split('\0');
        return Path.GetFileName(arguments[0]) == "postgres" && arguments.Contains(data);
    }

    private static bool IsAlive(int process) => CommandOf(process).Length > 0;

    // Empty for one that has ended, even if nobody has asked for its end yet.
    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}

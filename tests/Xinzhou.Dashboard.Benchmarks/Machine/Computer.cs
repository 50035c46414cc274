using System.Globalization;

namespace Xinzhou.Dashboard.Benchmarks.Machine;

/// <summary>The machine that is measured on, and what else runs on it.</summary>
internal static class Computer
{
    // As the kernel counts: USER_HZ.
    private const double Ticks = 100;

    /// <summary>Processors, memory, system.</summary>
    public static string Describe()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} × {model}, {memory:F0} GB, {Environment.OSVersion}, .NET {Environment.Version}");
    }

    /// <summary>Tasks that ran or waited, on average of 1, 5 and 15 minutes.</summary>
    public static string Load() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));

    /// <summary>Seconds of all processors at work for anybody, and those of ourselves.</summary>
    /// <param name="postgres">Those of the PostgreSQL that is measured, which is nobody's child.</param>
    public static (double All, double Own) BusySeconds(double postgres)
    {
        var all = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(long.Parse).ToArray();
        // Neither idle nor waiting for a disk; guests are counted in user.
        return ((all.Take(8).Sum() - all[3] - all[4]) / Ticks, ProcessCpu.OfTree(Environment.ProcessId) + postgres);
    }

    /// <summary>How much of the processors others had since, in %.</summary>
    public static double OthersShare((double All, double Own) before, (double All, double Own) now, DateTime began)
    {
        var wall = (DateTime.UtcNow - began).TotalSeconds * Environment.ProcessorCount;
        return Math.Max(0, 100 * (now.All - before.All - (now.Own - before.Own)) / wall);
    }
}

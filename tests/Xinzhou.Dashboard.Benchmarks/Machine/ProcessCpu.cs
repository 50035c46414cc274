using System.Globalization;

namespace Xinzhou.Dashboard.Benchmarks.Machine;

/// <summary>The time of the processors that processes have had, in seconds, from /proc.</summary>
internal static class ProcessCpu
{
    private const double Ticks = 100;

    /// <summary>Of one process, without what it has started.</summary>
    public static double Of(int process) => Read(process) is { } times ? times.Own : 0;

    /// <summary>Of a process, of all that it has started and of those of them that have ended.</summary>
    public static double OfTree(int process)
    {
        var children = new Dictionary<int, List<int>>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) || Read(number) is not { } read) continue;
            if (!children.TryGetValue(read.Parent, out var list)) children[read.Parent] = list = [];
            list.Add(number);
        }

        return Sum(process);

        double Sum(int number) =>
            (Read(number) is { } times ? times.Own + times.Ended : 0) + children.GetValueOrDefault(number, []).Sum(Sum);
    }

    /// <summary>The greatest memory that a process has had resident, in MB; 0 when it is gone.</summary>
    public static double PeakMegabytes(int process) => Status(process, "VmHWM:");

    /// <summary>The memory that a process has resident, in MB; 0 when it is gone.</summary>
    public static double ResidentMegabytes(int process) => Status(process, "VmRSS:");

    private static double Status(int process, string field)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith(field, StringComparison.Ordinal))?
                .Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..] ? double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024 : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static (int Parent, double Own, double Ended)? Read(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            // The name may hold anything, blanks and brackets too.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), Seconds(11) + Seconds(12), Seconds(13) + Seconds(14));

            double Seconds(int at) => long.Parse(fields[at], CultureInfo.InvariantCulture) / Ticks;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

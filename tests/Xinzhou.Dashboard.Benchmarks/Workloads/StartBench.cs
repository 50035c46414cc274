using System.Diagnostics;
using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Benchmarks.Town;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>W9: from the start of the process, PostgreSQL included, until it says that it is ready, and its first pages.</summary>
internal static class StartBench
{
    private static readonly string[] Paths = ["/", "/", "/indicators", "/indicators/gdp"];

    public static async Task<Table> RunAsync(Arguments arguments)
    {
        // The first start makes the folder, and does not count.
        var kept = arguments with { Data = arguments.Data ?? Installation.NewFolder() };
        var (ready, cpu, memory) = (new List<double>(), new List<double>(), new List<double>());
        var pages = Paths.Select(_ => new List<double>()).ToArray();
        try
        {
            await using (await Installation.StartAsync(kept))
            {
            }

            for (var i = 0; i < arguments.Rounds; i++)
            {
                var began = Stopwatch.GetTimestamp();
                await using var application = await Installation.ServeAsync(arguments.Application, kept.Data!);
                ready.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                cpu.Add(1000 * ProcessCpu.Of(application.Id));
                using var client = new HttpClient { BaseAddress = new(application.Address) };
                for (var page = 0; page < Paths.Length; page++)
                {
                    var asked = Stopwatch.GetTimestamp();
                    await client.GetByteArrayAsync(Paths[page]);
                    pages[page].Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }

                memory.Add(ProcessCpu.PeakMegabytes(application.Id));
            }
        }
        finally
        {
            if (arguments.Data is null && Directory.Exists(kept.Data)) Directory.Delete(kept.Data!, recursive: true);
        }

        var table = new Table("W9: a start on data that is there", "ms", "CPU, ms", "peak memory, MB");
        table.Add("ready, PostgreSQL included", [], Spread.Of(ready), Spread.Of(cpu), null);
        for (var page = 0; page < Paths.Length; page++)
        {
            table.Add($"then {Paths[page]}", [], Spread.Of(pages[page]), null, page == Paths.Length - 1 ? Spread.Of(memory) : null);
        }

        return table;
    }
}

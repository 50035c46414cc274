using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Benchmarks.Town;
using Xinzhou.Dashboard.Benchmarks.Workloads;

namespace Xinzhou.Dashboard.Benchmarks;

/// <summary>Runs the workloads that were asked for, one after the other, and writes what they gave.</summary>
internal static class Run
{
    private static readonly Dictionary<string, Func<Arguments, Installation?, Task<Table>>> Workloads = new()
    {
        ["w1"] = (a, town) => OverviewBench.RunAsync(a, town!),
        ["w2"] = (a, town) => SeriesBench.RunAsync(a, town!),
        ["w3"] = (a, town) => ListBench.RunAsync(a, town!),
        ["w4"] = (a, town) => CellBench.RunAsync(a, town!),
        ["w5"] = (a, _) => ImportBench.RunAsync(a),
        ["w7"] = (a, _) => ChangeBench.RunAsync(a),
        ["w8"] = (a, town) => ViewerBench.RunAsync(a, town!),
        ["w9"] = (a, _) => StartBench.RunAsync(a),
        ["w10"] = (a, town) => WeightBench.RunAsync(a, town!),
        ["memory"] = (a, _) => MemoryBench.RunAsync(a),
    };

    // They have a folder of their own, start the application themselves, or need none.
    private static readonly HashSet<string> Alone = ["w5", "w7", "w9", "memory"];

    public static async Task<int> AllAsync(IReadOnlyList<string> given)
    {
        Arguments arguments;
        try
        {
            arguments = Arguments.Read(given);
            if (arguments.Workloads.Count == 0 || arguments.Workloads.Any(w => !Workloads.ContainsKey(w))) throw new ArgumentException($"The workloads are {string.Join(", ", Workloads.Keys)}.");
            if (!File.Exists(arguments.Application) || arguments.Results.Length == 0) throw new ArgumentException("Start it as eng/bench.");
        }
        catch (ArgumentException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }

        Console.WriteLine(Computer.Describe());
        foreach (var workload in arguments.Workloads)
        {
            await using var town = Alone.Contains(workload) ? null : await Installation.StartAsync(arguments);
            var (busy, began) = (Computer.BusySeconds(town?.PostgresCpu() ?? 0), DateTime.UtcNow);
            var table = await Workloads[workload](arguments, town);
            table.Load = Computer.Load();
            if (town is not null) table.Others = Computer.OthersShare(busy, Computer.BusySeconds(town.PostgresCpu()), began);
            Console.WriteLine();
            Console.WriteLine(table.ToMarkdown());
            Directory.CreateDirectory(arguments.Results);
            var size = arguments.Figures > 0 ? FormattableString.Invariant($"-{arguments.Figures}") : "";
            await File.WriteAllTextAsync(Path.Combine(arguments.Results, $"{workload}{size}.json"), table.ToJson());
        }

        return 0;
    }
}

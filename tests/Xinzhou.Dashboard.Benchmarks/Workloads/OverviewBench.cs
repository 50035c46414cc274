using System.Diagnostics;
using Npgsql;
using Xinzhou.Dashboard.Benchmarks.Contenders;
using Xinzhou.Dashboard.Benchmarks.Contenders.Naive;
using Xinzhou.Dashboard.Benchmarks.Load;
using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Benchmarks.Town;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>W1: the HTML of the overview, asked for again, asked for first, and after a change.</summary>
internal static class OverviewBench
{
    private const string Plain = "M, plain";
    private const string Packed = "M, br";
    private const string Naive = "naive";

    public static async Task<Table> RunAsync(Arguments arguments, Installation town)
    {
        var folder = Directory.CreateTempSubdirectory("xzd-bench-");
        try
        {
            await Recorded.WriteAsync(town.Address, folder.FullName, "/");
            await using var bare = await BareServer.StartAsync(folder.FullName);
            await using var naive = await NaiveServer.StartAsync(NaiveConnection(town));
            var visitor = await Reader.CookieAsync(town.Address);
            var viewer = await Reader.CookieAsync(town.Address, "viewer");
            // A page of the naive takes long: more at once would only wait for each other, and for the next to have its turn.
            var (wrk, few) = (new Wrk(arguments.Seconds), new Wrk(arguments.Seconds) { Connections = 4 });
            var changes = await AfterChangesAsync(town);

            var table = await TurnsBench.RunAsync("W1: the overview, 32 connections (naive: 4)", arguments.Rounds,
            [
                Ours("again, a new reader, plain", "/", [Plain]),
                Ours("again, a new reader, br", "/", [Packed], Reader.TakesBrotli),
                Ours("again, a known reader, br", "/", [Packed], Reader.TakesBrotli, visitor),
                Ours("again, signed in, br", "/", [Packed], Reader.TakesBrotli, viewer),
                Ours("each rendered anew, br", "/?q={}", [Naive, Packed], Reader.TakesBrotli, visitor),
                Ours("each rendered anew, signed in, br", "/?q={}", [Naive, Packed], Reader.TakesBrotli, viewer),
                Ours("each with a parameter of its own that the page does not go by, br", "/?n={}", [Naive, Packed], Reader.TakesBrotli, visitor),
                new(Plain, () => wrk.AskAsync(bare.Address + "/", () => ProcessCpu.Of(bare.Id))),
                new(Packed, () => wrk.AskAsync(bare.Address + "/", () => ProcessCpu.Of(bare.Id), Reader.TakesBrotli)),
                new(Naive, () => few.AskAsync(naive.Address + "/", () => ProcessCpu.Of(naive.Id) + town.PostgresCpu())),
            ]);
            foreach (var (name, times) in changes) table.Add(name, [], null, null, Spread.Of(times), Spread.Of([Spread.Percentile(times, 0.95)]));
            return table;

            Contender Ours(string name, string path, string[] against, params (string, string)[] headers) =>
                new(name, () => wrk.AskAsync(town.Address + path, town.Cpu, headers)) { Against = against };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string NaiveConnection(Installation town) =>
        new NpgsqlConnectionStringBuilder(Data.Server.PrivatePostgres.ConnectionString(town.Folder, Data.Server.DatabaseRoles.Application)).ConnectionString;

    /// <summary>How long a change takes until it is read, and the first and the second page then.</summary>
    private static async Task<IReadOnlyList<(string Name, List<double> Times)>> AfterChangesAsync(Installation town)
    {
        using var client = new HttpClient { BaseAddress = new(town.Address) };
        var series = await SeriesBench.OfCityAsync(town);
        var writer = new Writer(town.App);
        var (seen, first, second) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < 25; i++)
        {
            var value = await writer.CommitAsync();
            var began = Stopwatch.GetTimestamp();
            while (!(await client.GetStringAsync($"{series}?limit=5000")).Contains(value, StringComparison.Ordinal)) await Task.Delay(1);
            var changed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            var page = await PageAsync();
            var again = await PageAsync("/?q=again");
            // The first are not compiled yet.
            if (i < 5) continue;
            seen.Add(changed);
            first.Add(page);
            second.Add(again);
            await Task.Delay(50);
        }

        return [("one change: COMMIT until the API has it", seen), ("the first overview after a change", first), ("the second, at another address", second)];

        async Task<double> PageAsync(string path = "/")
        {
            var began = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(path);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
    }
}

using System.Globalization;
using Xinzhou.Dashboard.Benchmarks.Contenders;
using Xinzhou.Dashboard.Benchmarks.Load;
using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Benchmarks.Town;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>W2: the figures of one series as JSON.</summary>
internal static class SeriesBench
{
    private const string Bare = "M";
    private const string Database = "D";
    private const string DatabaseThen = "D, as of a moment";

    public static async Task<Table> RunAsync(Arguments arguments, Installation town)
    {
        var (path, id) = (await OfCityAsync(town), await IdAsync(town));
        var folder = Directory.CreateTempSubdirectory("xzd-bench-");
        try
        {
            await Recorded.WriteAsync(town.Address, folder.FullName, path);
            await using var bare = await BareServer.StartAsync(folder.FullName);
            await using var direct = await Direct.SeriesAsync(town.App, id);
            var (wrk, loop) = (new Wrk(arguments.Seconds), new LoopBench(arguments.Seconds));
            var moments = 0;
            return await TurnsBench.RunAsync("W2: the figures of one series as JSON, 32 connections (D: 8)", arguments.Rounds,
            [
                new("again", () => wrk.AskAsync(town.Address + path, town.Cpu)) { Against = [Bare] },
                new("each address new", () => wrk.AskAnewAsync($"{town.Address}{path}?measure=level", town.Cpu)) { Against = [Bare, Database] },
                new("each as of another moment", () => wrk.AskAsync($"{town.Address}{path}?asOf=2025-06-30T08:00:00.{{}}Z", town.Cpu)) { Against = [DatabaseThen] },
                new(Bare, () => wrk.AskAsync(bare.Address + path, () => ProcessCpu.Of(bare.Id))),
                new(Database, () => loop.TurnAsync(Direct.Connections, Cpu, worker => direct.AskAsync(worker))),
                new(DatabaseThen, () => loop.TurnAsync(Direct.Connections, Cpu, worker => direct.AskAsync(worker, Moment()))),
            ]);

            double Cpu() => ProcessCpu.Of(Environment.ProcessId) + town.PostgresCpu();

            DateTime Moment() => new DateTime(2025, 6, 30, 8, 0, 0, DateTimeKind.Utc).AddMilliseconds(Interlocked.Increment(ref moments));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The address of the city's GDP.</summary>
    public static async Task<string> OfCityAsync(Installation town)
    {
        var id = await IdAsync(town);
        return string.Create(CultureInfo.InvariantCulture, $"/api/v1/series/s{id}/figures");
    }

    private static async Task<int> IdAsync(Installation town)
    {
        await using var command = town.App.CreateCommand("SELECT id FROM series WHERE indicator_code = 'gdp' AND unit_code = '140900' AND measure = 'level'");
        return (int)(await command.ExecuteScalarAsync())!;
    }
}

using Xinzhou.Dashboard.Benchmarks.Contenders;
using Xinzhou.Dashboard.Benchmarks.Load;
using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Benchmarks.Town;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>W3: 500 figures, and the list of indicators, as JSON.</summary>
internal static class ListBench
{
    private const string Figures = "/api/v1/figures?limit=500";
    private const string Indicators = "/api/v1/indicators";
    private const string BareFigures = "M, 500 figures";
    private const string BareIndicators = "M, indicators";
    private const string Database = "D, 500 figures";

    public static async Task<Table> RunAsync(Arguments arguments, Installation town)
    {
        var folder = Directory.CreateTempSubdirectory("xzd-bench-");
        try
        {
            await Recorded.WriteAsync(town.Address, folder.FullName, Figures, Indicators);
            await using var bare = await BareServer.StartAsync(folder.FullName);
            await using var direct = await Direct.FiguresAsync(town.App);
            var (wrk, loop) = (new Wrk(arguments.Seconds), new LoopBench(arguments.Seconds));
            return await TurnsBench.RunAsync("W3: lists as JSON, 32 connections (D: 8)", arguments.Rounds,
            [
                new("500 figures, again", () => wrk.AskAsync(town.Address + Figures, town.Cpu)) { Against = [BareFigures] },
                new("500 figures, each address new", () => wrk.AskAnewAsync(town.Address + "/api/v1/figures?limit=500", town.Cpu)) { Against = [Database, BareFigures] },
                new("indicators, again", () => wrk.AskAsync(town.Address + Indicators, town.Cpu)) { Against = [BareIndicators] },
                new("indicators, each address new", () => wrk.AskAnewAsync(town.Address + Indicators + "?lang=zh-CN", town.Cpu)) { Against = [BareIndicators] },
                new(BareFigures, () => wrk.AskAsync(bare.Address + Figures, () => ProcessCpu.Of(bare.Id))),
                new(BareIndicators, () => wrk.AskAsync(bare.Address + Indicators, () => ProcessCpu.Of(bare.Id))),
                new(Database, () => loop.TurnAsync(Direct.Connections, () => ProcessCpu.Of(Environment.ProcessId) + town.PostgresCpu(), worker => direct.AskAsync(worker))),
            ]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

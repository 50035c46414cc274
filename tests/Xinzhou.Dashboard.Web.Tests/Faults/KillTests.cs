using System.Globalization;
using Npgsql;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Commands;
using Xinzhou.Dashboard.Web.Tests.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>
/// kill -9 at moments that nobody chooses, while returns are saved, submitted and released, plans imported, reviews signed and
/// notices issued and closed.
/// </summary>
[Collection(nameof(FaultTests))]
[Trait("Category", "Faults")]
public sealed class KillTests(Town town)
{
    private const int Rows = 40;

    [Theory]
    [InlineData(Victim.Web, 200, 3)]
    [InlineData(Victim.Postgres, 50, 2)]
    [InlineData(Victim.Both, 50, 1)]
    public async Task What_was_acknowledged_is_there_once_and_nothing_is_there_by_half(Victim victim, int full, int brief)
    {
        var random = new Random(FaultRounds.Seed);
        var recoveries = new List<double>();
        var (tried, acknowledged) = Counted();
        var rounds = FaultRounds.Of(full, brief);
        for (var round = 1; round <= rounds; round++)
        {
            using var stop = new CancellationTokenSource();
            int[] had = [.. town.Everybody.Select(w => w.Acknowledged)];
            var going = town.Everybody.Select(w => w.GoOnAsync(stop.Token)).ToArray();
            await Wait.UntilAsync(() => town.Everybody.Zip(had, (w, before) => w.Acknowledged > before).All(served => served) || going.Any(g => g.IsFaulted));
            await Wait.PassAsync(TimeSpan.FromMilliseconds(random.Next(1000)));

            var killed = TimeProvider.System.GetUtcNow();
            await KillAsync(victim);
            await stop.CancelAsync();
            await Task.WhenAll(going);
            if (victim != Victim.Postgres) await town.Dashboard.StartAsync();
            await town.Dashboard.UntilReadyAsync();
            recoveries.Add((TimeProvider.System.GetUtcNow() - killed).TotalSeconds);
            await town.CheckAsync(string.Create(CultureInfo.InvariantCulture, $"{victim} killed, round {round}"));
        }

        var balance = await town.CheckAsync($"{victim} killed, in the end", everything: true);
        var (exitCode, output, errors) = await town.Dashboard.RunAsync("audit", "verify");
        Assert.True(exitCode == (int)ExitCode.Done, output + errors);
        recoveries.Sort();
        var (triedInAll, acknowledgedInAll) = Counted();
        FaultRounds.Report(string.Create(
            CultureInfo.InvariantCulture,
            $"kill -9 of {victim}: {rounds} kills, tried {triedInAll - tried}, acknowledged {acknowledgedInAll - acknowledged}, lost {balance.Lost}, doubled {balance.Doubled}, half {balance.Half}, ready again after {recoveries[recoveries.Count / 2]:0.0} s (median; {recoveries[^1]:0.0} s at most), {output.Trim()}, seed {FaultRounds.Seed}"));
    }

    [Fact]
    public async Task An_import_that_is_killed_has_stored_its_file_or_nothing_of_it_and_goes_in_when_it_is_run_again()
    {
        var random = new Random(FaultRounds.Seed);
        var file = Path.Combine(town.Dashboard.Folder, "targets.csv");
        await using var database = town.Dashboard.Connect(DatabaseRoles.Application);
        var (rounds, whole) = (FaultRounds.Of(20, 1), 0);
        for (var round = 1; round <= rounds; round++)
        {
            var source = string.Create(CultureInfo.InvariantCulture, $"测试文件{FaultRounds.Seed}号之{round}");
            await File.WriteAllTextAsync(file, Targets(source));
            using (var import = DashboardProcess.Start("import", file, "--data", town.Dashboard.Folder))
            {
                await Wait.PassAsync(TimeSpan.FromMilliseconds(random.Next(300, 3000)));
                await import.KillAsync();
            }

            var stored = await CountAsync(database, source);
            Assert.True(stored is 0 or Rows, string.Create(CultureInfo.InvariantCulture, $"{stored} of {Rows} rows, round {round}, seed {FaultRounds.Seed}"));
            whole += stored == Rows ? 1 : 0;

            var (exitCode, output, errors) = await town.Dashboard.RunAsync("import", file);
            Assert.True(exitCode == (int)ExitCode.Done, errors);
            // What had sent its commit before it was killed may be stored a moment after it was looked for.
            Assert.Matches($"^import: rows {Rows}, figures {Rows}, new ({Rows}, unchanged 0|0, unchanged {Rows}),", output.TrimEnd().Split('\n')[^1]);
            Assert.Equal(Rows, await CountAsync(database, source));
        }

        await town.CheckAsync("an import killed");
        FaultRounds.Report(string.Create(
            CultureInfo.InvariantCulture, $"kill -9 of import: {rounds} kills, {whole} after the commit, {rounds - whole} before, stored by half 0, seed {FaultRounds.Seed}"));
    }

    private static string Targets(string source) => string.Join('\n',
    [
        "indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published",
        .. Enumerable.Range(2031, Rows).Select(year => string.Create(CultureInfo.InvariantCulture, $"GDP,忻州市,{year}-FY,{year},亿元,,{source},target,,,,2024-01-05")),
        "",
    ]);

    private static async Task<long> CountAsync(NpgsqlDataSource database, string source)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM figures WHERE source_text = $1");
        command.Parameters.AddWithValue(source);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private (int Tried, int Acknowledged) Counted() => (town.Everybody.Sum(w => w.Tried), town.Everybody.Sum(w => w.Acknowledged));

    private Task KillAsync(Victim victim) => victim switch
    {
        Victim.Web => town.Dashboard.KillAsync(),
        Victim.Postgres => town.Dashboard.KillPostgresAsync(),
        _ => Task.WhenAll(town.Dashboard.KillPostgresAsync(), town.Dashboard.KillAsync()),
    };
}

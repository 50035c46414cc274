using System.Globalization;
using System.Net;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Commands;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>The disk of PostgreSQL is full to its last page: saving says so, and nothing that was acknowledged is lost.</summary>
[Collection(nameof(FaultTests))]
[Trait("Category", "Faults")]
public sealed class DiskFullTests
{
    private const int Rows = 500;

    [RootFact]
    public async Task A_full_disk_is_said_in_a_sentence_nothing_is_stored_by_half_and_room_is_enough_to_go_on()
    {
        var log = FaultedDashboard.NewFolder();
        await using (var disk = await SmallDisk.MountAsync("200m"))
        {
            await using var dashboard = new FaultedDashboard(disk.Folder, ownsFolder: false);
            await dashboard.StartAsync();
            await dashboard.StopAsync();
            // The log that is written ahead stands on another disk, as it should: where it finds no room PostgreSQL stops altogether.
            var cluster = Directory.EnumerateDirectories(Path.Combine(disk.Folder, "postgresql"), "pg_wal", SearchOption.AllDirectories).Single();
            await SmallDisk.MoveAsync(cluster, log);
            await dashboard.StartAsync();
            using var work = await BeginAsync(dashboard);
            // On a full disk PostgreSQL takes no connection at all once it has cleaned up its own tables: whoever comes next would have to write down
            // what is known of them.
            await dashboard.SetAsync("autovacuum = off");
            await using (var once = dashboard.Connect(DatabaseRoles.Application)) await (await once.OpenConnectionAsync()).DisposeAsync();

            disk.Fill();
            while (await work.SaveAsync() == HttpStatusCode.OK)
            {
                Assert.True(work.Acknowledged < 2000, "The disk takes everything: nothing is tested.");
            }

            Assert.Contains("\"code\":\"disk_full\"", work.Refusal, StringComparison.Ordinal);
            Assert.Contains("磁盘已满", work.Refusal, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await dashboard.GetAsync("/")).Status);
            await ImportRefusedAsync(dashboard);

            disk.Clear();
            await Wait.UntilAsync(async () => await work.SaveAsync() == HttpStatusCode.OK);
            await using var database = dashboard.Connect(DatabaseRoles.Application);
            Assert.Equal(default, await work.CheckAsync(database, everything: true));
            Assert.Empty(await Wholeness.FaultsAsync(database));
            FaultRounds.Report(string.Create(
                CultureInfo.InvariantCulture, $"disk full: tried {work.Tried}, acknowledged {work.Acknowledged}, lost 0, doubled 0, half 0; saving goes on once there is room"));
        }

        Directory.Delete(log, recursive: true);
    }

    private static async Task<ReturnWork> BeginAsync(FaultedDashboard dashboard)
    {
        await using var owner = dashboard.Connect(DatabaseRoles.Owner, pooled: true);
        await using var application = dashboard.Connect(DatabaseRoles.Application, pooled: true);
        var made = await IndustryQuarter.MakeAsync(owner, application, await CountyRows.ReadAsync(application, 3));
        return await ReturnWork.BeginAsync(dashboard, made, 3, FaultRounds.Seed);
    }

    private static async Task ImportRefusedAsync(FaultedDashboard dashboard)
    {
        var file = Path.Combine("/tmp", $"{Path.GetFileName(dashboard.Folder)}.csv");
        try
        {
            await File.WriteAllLinesAsync(file,
            [
                "indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published",
                .. Enumerable.Range(1, Rows).Select(n => string.Create(CultureInfo.InvariantCulture, $"GDP,忻州市,2035-FY,{n},亿元,,测试文件{n}号,target,,,,2024-01-05")),
            ]);
            var (exitCode, output, errors) = await dashboard.RunAsync("import", file);
            Assert.Equal((int)ExitCode.Refused, exitCode);
            Assert.StartsWith($"import: rows {Rows}, figures 0, new 0,", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
            Assert.Contains("disk of PostgreSQL is full", errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

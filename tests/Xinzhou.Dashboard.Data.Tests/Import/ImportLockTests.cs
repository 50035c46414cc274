using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Import;

/// <summary>What an import does while somebody else writes figures.</summary>
[Trait("Category", "Faults")]
public sealed class ImportLockTests
{
    private const string Good = "GDP,忻州市,2023,1,亿元,,公报,annual,,,,";

    [Fact]
    public async Task A_faulty_file_is_refused_without_waiting_for_whoever_writes()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await using var writer = await Writer.BeginAsync(database);

        var report = await database.ImportAsync(Good.Replace("2023", "?", StringComparison.Ordinal));

        Assert.Equal("period", Assert.Single(report.Faults).Column);
    }

    [Fact]
    public async Task A_file_waits_its_turn_and_what_has_no_day_is_known_from_when_it_is_recorded()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var writer = await Writer.BeginAsync(database);
        var import = database.ImportAsync(Good);
        await writer.UntilSomebodyWaitsAsync();

        var before = DateTimeOffset.UtcNow;
        await writer.DisposeAsync();

        Assert.Equal(1, (await import).New);
        var figure = Assert.Single(await database.FiguresAsync());
        Assert.Equal(KnownFromBasis.Recorded, figure.KnownFromBasis);
        Assert.Equal(figure.RecordedAt, figure.KnownFrom);
        Assert.True(figure.RecordedAt >= before.AddMilliseconds(-1), $"{figure.RecordedAt:O} is before {before:O}.");
    }

    [Fact]
    public async Task An_indicator_that_whoever_wrote_first_has_created_is_not_created_again()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var writer = await Writer.BeginAsync(database);
        var import = database.ImportAsync(Good.Replace("GDP", "新指标", StringComparison.Ordinal), create: true);
        await writer.UntilSomebodyWaitsAsync();
        await writer.RunAsync(
            """INSERT INTO indicators (code, "order", name, type, uom, direction, additive) VALUES ('新指标', 999, '新指标', 'flow', '亿元', 'up', true)""");
        await writer.CommitAsync();

        var report = await import;

        Assert.Equal((1, 0), (report.New, report.Faults.Count));
        Assert.Equal("新指标", Assert.Single(await database.FiguresAsync()).Series.Indicator.Code);
    }

    /// <summary>Somebody whose turn it is.</summary>
    private sealed class Writer(ImportDatabase database, Change change) : IAsyncDisposable
    {
        public static async Task<Writer> BeginAsync(ImportDatabase database) =>
            new(database, await Change.BeginAsync(DashboardContexts.On(database.Owner), "test", TimeProvider.System, ChangeLock.Figures));

        public async Task RunAsync(string sql) => await change.Context.Database.ExecuteSqlRawAsync(sql);

        public async Task CommitAsync()
        {
            await change.CommitAsync();
            await DisposeAsync();
        }

        public async Task UntilSomebodyWaitsAsync()
        {
            await using var waiting = database.Owner.CreateCommand(
                "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))");
            await Wait.UntilAsync(async () => await waiting.ExecuteScalarAsync() is true);
        }

        public ValueTask DisposeAsync() => change.DisposeAsync();
    }
}

using Microsoft.Extensions.Logging;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Tests.Import;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Snapshot;

/// <summary>What a newer instance beside this one has written in words that this one does not know.</summary>
[Trait("Category", "Faults")]
public sealed class LeftOutTests
{
    private const string Source = "https://tjj.sxxz.gov.cn/a";

    [Theory]
    [InlineData("figures", "period_kind")]
    [InlineData("figures", "kind")]
    [InlineData("figures", "comparator")]
    [InlineData("figures", "stage")]
    [InlineData("figures", "price_basis")]
    [InlineData("figures", "known_from_basis")]
    [InlineData("figures", "reliability")]
    [InlineData("series", "measure")]
    public async Task A_figure_with_an_unknown_code_is_left_out_and_counted_and_all_others_are_served(string table, string column)
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(
            $"""
            GDP,忻州市,2023,1,亿元,,{Source},annual,,,,2024-03-01
            常住人口,忻州市,2023,2,万人,,{Source},stock,,,,2024-03-01
            """);
        await NewerCodes.WriteAsync(database, table, column, $"{(table == "series" ? "indicator_code" : "series_id")} = "
            + (table == "series" ? "'gdp'" : "(SELECT id FROM series WHERE indicator_code = 'gdp')"));

        var snapshot = await database.LoadAsync();

        Assert.Equal("population", Assert.Single(snapshot.Figures.Histories).Series.Indicator.Code);
        var left = Assert.Single(snapshot.LeftOut);
        Assert.Equal(("figures", 1), (left.Table, left.Rows));
        Assert.Contains("novel", left.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_code_that_comes_while_it_runs_is_told_in_the_log_once_and_what_comes_after_it_is_served()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync($"GDP,忻州市,2022,1,亿元,,{Source},annual,,,,2023-03-01");
        var (store, log) = (new SnapshotStore(), new Heard());
        using var stop = Wait.Limited();
        var following = new SnapshotFollower(database.App, new SnapshotLoader(database.Contexts), store, log).RunAsync(stop.Token);
        try
        {
            await UntilAsync(() => store.IsLoaded);

            await NewerCodes.AllowAsync(database, "figures", "stage");
            await using (var insert = database.Owner.CreateCommand(
                """
                INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, known_from, known_from_basis, recorded_at, source_id, source_text, reliability)
                SELECT series_id, '2023-FY', period_kind, kind, value, uom, 'novel', known_from, known_from_basis, recorded_at, source_id, source_text, reliability FROM figures
                """))
            {
                await insert.ExecuteNonQueryAsync(stop.Token);
            }

            await UntilAsync(() => store.Current.LeftOut.Count > 0);
            await database.ImportAsync($"GDP,忻州市,2024,3,亿元,,{Source},annual,,,,2025-03-01");
            await UntilAsync(() => store.Current.Figures.Count == 2);

            Assert.Equal(1, Assert.Single(store.Current.LeftOut).Rows);
            Assert.Contains("1 rows of figures", Assert.Single(log.Warnings), StringComparison.Ordinal);
            Assert.Equal(["2022-FY", "2024-FY"], store.Current.Figures.Histories.SelectMany(h => h.Groups).Select(g => g.Period.Code));
        }
        finally
        {
            await stop.CancelAsync();
            await following;
        }

        Task UntilAsync(Func<bool> condition) => Wait.UntilAsync(() =>
        {
            Assert.False(following.IsCompleted, "It follows no longer.");
            return condition();
        });
    }

    [Fact]
    public async Task A_catalogue_that_is_not_understood_stops_nothing_and_is_read_once_it_is_understood()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var store = new SnapshotStore();
        using var stop = Wait.Limited();
        var log = new Heard();
        var following = new SnapshotFollower(database.App, new SnapshotLoader(database.Contexts), store, log).RunAsync(stop.Token);
        try
        {
            await UntilAsync(() => store.IsLoaded);
            await NewerCodes.WriteAsync(database, "statistical_units", "level", "code = '140900'");
            await using var again = database.Owner.CreateCommand("UPDATE statistical_units SET name_en = 'again' WHERE code = '140900'");
            await again.ExecuteNonQueryAsync(stop.Token);
            await UntilAsync(() => log.Errors.Count > 0);
            Assert.Equal("忻州市", store.Current.Catalogue.City.Name);

            await using var back = database.Owner.CreateCommand("UPDATE statistical_units SET level = 'city' WHERE code = '140900'");
            await back.ExecuteNonQueryAsync(stop.Token);

            await UntilAsync(() => store.Current.Catalogue.City.NameEn == "again");
        }
        finally
        {
            await stop.CancelAsync();
            await following;
        }

        Task UntilAsync(Func<bool> condition) => Wait.UntilAsync(() =>
        {
            Assert.False(following.IsCompleted, "It follows no longer.");
            return condition();
        });
    }

    private sealed class Heard : ILogger<SnapshotFollower>
    {
        public List<string> Warnings { get; } = [];

        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                Warnings.Add(formatter(state, exception));
            }

            if (logLevel == LogLevel.Error)
            {
                Errors.Add(formatter(state, exception));
            }
        }
    }
}

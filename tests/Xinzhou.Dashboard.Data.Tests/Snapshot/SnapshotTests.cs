using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Snapshot;

public sealed class SnapshotTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    private static readonly AsOf Later = new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_catalogue_that_comes_with_the_product_is_loaded_whole()
    {
        var snapshot = await new SnapshotLoader(database.Contexts).LoadAsync();

        Assert.Equal(95, snapshot.Catalogue.Indicators.Count);
        Assert.Equal(15, snapshot.Catalogue.Counties.Count());
        Assert.Equal("忻州市", snapshot.Catalogue.City.Name);
        Assert.Equal("gdp", snapshot.Catalogue.Indicator("国内生产总值")?.Code);
        Assert.False(snapshot.Catalogue.Indicator("urban_income")!.Additive);
        Assert.Equal(17, snapshot.Rules.Rules.Count);
    }

    [Fact]
    public async Task A_figure_committed_elsewhere_is_in_the_snapshot_at_once()
    {
        var store = new SnapshotStore();
        using var stop = Wait.Limited();
        var following = new SnapshotFollower(database.App, new SnapshotLoader(database.Contexts), store, NullLogger<SnapshotFollower>.Instance)
            .RunAsync(stop.Token);
        await Wait.UntilAsync(() => store.IsLoaded);

        await InsertAsync("population", "2018-12-31", 317.20m, stop.Token);

        await Wait.UntilAsync(() => store.Current.Figures.Find("population", "140900", Measure.Level) is not null);
        var figure = store.Current.Figures.At(Later).Latest("population", "140900", Measure.Level);
        Assert.Equal("317.20", ValueText.Of(figure!));
        Assert.Equal(new DateOnly(2018, 12, 31), figure?.Period.End);

        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task What_is_new_is_asked_for_and_what_is_not_is_not()
    {
        var loader = new SnapshotLoader(database.Contexts);
        var held = await loader.LoadAsync();
        await InsertAsync("above_scale_enterprises", "2018-12-31", 312m);
        using var statements = new Statements(database.AppConnectionString);

        var grown = await loader.CatchUpAsync(held);

        // How far the tables go, who has an account; the source, the series, the figure, where it comes from.
        Assert.Equal(6, statements.Take().Count(IsStatement));
        Assert.Equal(held.Figures.Count + 1, grown.Figures.Count);

        var same = await loader.CatchUpAsync(grown);

        Assert.Equal(2, statements.Take().Count(IsStatement));
        Assert.Same(grown.Figures, same.Figures);
        Assert.Same(grown.Notices, same.Notices);

        static bool IsStatement(string sent) => sent.Contains("SELECT", StringComparison.Ordinal);
    }

    private async Task InsertAsync(string indicator, string period, decimal value, CancellationToken cancellation = default)
    {
        await using var connection = await database.App.OpenRecordingAsync();
        await using var command = new NpgsqlCommand(
            """
            WITH s AS (INSERT INTO series (indicator_code, unit_code, measure) VALUES ($1, '140900', 'level') RETURNING id),
                 d AS (INSERT INTO source_documents (identity, title, reliability) VALUES ('公报' || $1, '公报', 'repost') RETURNING id)
            INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, known_from, known_from_basis, recorded_at, source_id, source_text, reliability)
            SELECT s.id, $2, 'point', 'actual', $3, '万人', 'unstated', '2019-03-01', 'stated', now(), d.id, '公报', 'repost' FROM s, d
            """, connection);
        command.Parameters.AddWithValue(indicator);
        command.Parameters.AddWithValue(period);
        command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

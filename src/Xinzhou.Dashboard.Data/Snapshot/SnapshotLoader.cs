using System.Data;
using Npgsql;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads a snapshot from PostgreSQL: whole, or what has been added to the figures of one that is held.</summary>
/// <param name="application">A data source that connects as the application.</param>
public sealed class SnapshotLoader(NpgsqlDataSource application)
{
    /// <summary>Reads everything, as of one moment of the database.</summary>
    public async Task<Snapshot> LoadAsync(CancellationToken cancellation = default)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var catalogue = await CatalogueReader.ReadAsync(connection, cancellation);
        var sources = await SourcesAsync(connection, 0, cancellation);
        var snapshot = new Snapshot
        {
            Plan = await PlanReader.ReadAsync(connection, cancellation),
            PlanChangedAt = (await connection.ListAsync("SELECT changed_at FROM plan_state", r => r.Instant(0), cancellation)).SingleOrDefault(),
            Catalogue = catalogue,
            Rules = await RulesAsync(connection, catalogue, cancellation),
            Demonstration = (await connection.ListAsync("SELECT id FROM demonstration", r => r.GetInt32(0), cancellation)).Count > 0,
        };
        return await WithFiguresAsync(snapshot, sources, connection, cancellation);
    }

    /// <summary>
    /// Reads the figures, withdrawals, sources and progress added since <paramref name="held"/>. Writers of figures take turns,
    /// so that their numbers are in the order of commit. The plan and the catalogue are taken from what is held.
    /// </summary>
    public async Task<Snapshot> CatchUpAsync(Snapshot held, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(held);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var added = await SourcesAsync(connection, held.Sources.Count == 0 ? 0 : held.Sources[^1].Id, cancellation);
        return await WithFiguresAsync(held, [.. held.Sources, .. added], connection, cancellation);
    }

    private static async Task<Snapshot> WithFiguresAsync(
        Snapshot snapshot, List<SourceDocument> sources, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var leftOut = new LeftOutRows(snapshot.LeftOut);
        var reader = new FigureReader(snapshot.Catalogue, sources.ToDictionary(s => s.Id), leftOut);
        var figures = await reader.FiguresAsync(connection, snapshot.Figures, snapshot.LastFigureId, cancellation);
        var withdrawals = await FigureReader.WithdrawalsAsync(connection, snapshot.LastWithdrawalId, cancellation);
        var origins = await OriginReader.ReadAsync(connection, snapshot.LastFigureId, leftOut, cancellation);
        var progress = await ProgressReader.ReadAsync(connection, snapshot.Progress is [.., var last] ? last.Id : 0, cancellation);
        return snapshot with
        {
            Sources = sources,
            Progress = progress.Count == 0 ? snapshot.Progress : [.. snapshot.Progress, .. progress],
            Origins = snapshot.Origins.SetItems(origins.Select(o => KeyValuePair.Create(o.Figure, o))),
            Figures = figures.Count + withdrawals.Count == 0 ? snapshot.Figures
                : snapshot.Figures == FigureBook.Empty
                ? FigureBook.Of(figures, withdrawals.Select(w => w.Withdrawal))
                : snapshot.Figures.With(figures, [.. withdrawals.Select(w => w.Withdrawal)]),
            LastFigureId = Math.Max(snapshot.LastFigureId, reader.LastId),
            LeftOut = leftOut.All,
            LastWithdrawalId = withdrawals.Count == 0 ? snapshot.LastWithdrawalId : withdrawals[^1].Id,
        };
    }

    internal static async Task<RuleBook> RulesAsync(NpgsqlConnection connection, Catalogue catalogue, CancellationToken cancellation) =>
        RuleBook.Parse(await connection.ListAsync(
            """SELECT code, definition::text FROM validation_rules ORDER BY "order", code""",
            r => (r.GetString(0), r.GetString(1)), cancellation), catalogue);

    internal static Task<List<SourceDocument>> SourcesAsync(NpgsqlConnection connection, int after, CancellationToken cancellation) =>
        connection.ListAsync(
            $"SELECT id, address, title, reliability FROM source_documents WHERE id > {after} ORDER BY id",
            r => new SourceDocument
            {
                Id = r.GetInt32(0),
                Address = r.TextOrNull(1),
                Title = r.TextOrNull(2),
                Reliability = r.Code<Reliability>(3),
            },
            cancellation);
}

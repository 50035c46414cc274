using Npgsql;
using NpgsqlTypes;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using SeriesKey = (
    string Indicator,
    string Unit,
    Xinzhou.Dashboard.Domain.Indicators.Measure Measure,
    Xinzhou.Dashboard.Domain.Indicators.Benchmark? Benchmark);

namespace Xinzhou.Dashboard.Data.Figures;

/// <summary>
/// Appends figures and what they refer to. All of it in the caller's transaction, in which it must be the writer's turn
/// (<see cref="ChangeLock.Figures"/>).
/// </summary>
internal sealed class FigureStore(NpgsqlConnection connection)
{
    private const int ReportEvery = 5000;

    public async Task CreateAsync(
        IReadOnlyCollection<Indicator> indicators, IReadOnlyCollection<StatisticalUnit> units, CancellationToken cancellation)
    {
        if (indicators.Count + units.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var unit in units)
        {
            Add(batch,
                """INSERT INTO statistical_units (code, "order", name, level) VALUES ($1, $2, $3, $4)""",
                unit.Code, unit.Order, unit.Name, Code.Of(unit.Level));
        }

        foreach (var indicator in indicators)
        {
            Add(batch,
                """INSERT INTO indicators (code, "order", name, type, uom, direction, additive) VALUES ($1, $2, $3, $4, $5, $6, $7)""",
                indicator.Code, indicator.Order, indicator.Name, Code.Of(indicator.Type), indicator.Uom, Code.Of(indicator.Direction),
                indicator.Additive);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The numbers of the documents cited, by their identity; those not yet there are entered.</summary>
    private async Task<IReadOnlyDictionary<string, int>> SourcesAsync(
        IReadOnlyCollection<(SourceText Source, Reliability Reliability)> cited, CancellationToken cancellation) =>
        await IdsAsync(
            """
            WITH cited AS (
                SELECT * FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS c(identity, address, title, reliability, n)),
            entered AS (
                INSERT INTO source_documents (identity, address, title, reliability)
                SELECT identity, address, title, reliability FROM cited ORDER BY n
                ON CONFLICT (identity) DO NOTHING RETURNING identity, id)
            SELECT identity, id FROM entered
            UNION ALL SELECT d.identity, d.id FROM source_documents d JOIN cited USING (identity)
            """,
            r => r.GetString(0),
            cancellation,
            cited.Select(d => d.Source.Identity).ToArray(),
            cited.Select(d => d.Source.Address).ToArray(),
            cited.Select(d => d.Source.Title).ToArray(),
            cited.Select(d => Code.Of(d.Reliability)).ToArray());

    /// <summary>The numbers of the series; those not yet there are entered.</summary>
    private async Task<IReadOnlyDictionary<SeriesKey, int>> SeriesAsync(
        IReadOnlyCollection<SeriesKey> series, CancellationToken cancellation) =>
        await IdsAsync(
            """
            WITH wanted AS (
                SELECT * FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS w(indicator_code, unit_code, measure, benchmark, n)),
            entered AS (
                INSERT INTO series (indicator_code, unit_code, measure, benchmark)
                SELECT indicator_code, unit_code, measure, benchmark FROM wanted ORDER BY n
                ON CONFLICT DO NOTHING RETURNING indicator_code, unit_code, measure, benchmark, id)
            SELECT indicator_code, unit_code, measure, benchmark, id FROM entered
            UNION ALL
            SELECT s.indicator_code, s.unit_code, s.measure, s.benchmark, s.id
            FROM series s JOIN wanted w ON (s.indicator_code, s.unit_code, s.measure) = (w.indicator_code, w.unit_code, w.measure)
                AND s.benchmark IS NOT DISTINCT FROM w.benchmark
            """,
            r => (r.GetString(0), r.GetString(1), Code.Parse<Measure>(r.GetString(2)),
                r.IsDBNull(3) ? (Benchmark?)null : Code.Parse<Benchmark>(r.GetString(3))),
            cancellation,
            series.Select(s => s.Indicator).ToArray(),
            series.Select(s => s.Unit).ToArray(),
            series.Select(s => Code.Of(s.Measure)).ToArray(),
            series.Select(s => s.Benchmark is { } b ? Code.Of(b) : null).ToArray());

    private static SeriesKey KeyOf(FigureDraft draft) =>
        (draft.Indicator.Code, draft.Unit.Code, draft.Measure, draft.Benchmark);

    /// <summary>Reserves numbers for figures that something else is to refer to as they are appended; ascending.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<long>> ReserveAsync(int count, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "SELECT nextval(pg_get_serial_sequence('figures', 'id')) FROM generate_series(1, $1)", connection);
        command.Parameters.AddWithValue(count);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<long>(count);
        while (await reader.ReadAsync(cancellation)) ids.Add(reader.GetInt64(0));
        return ids;
    }

    /// <summary>Appends the figures in their order, by COPY, with the series and documents that they refer to.</summary>
    /// <param name="drafts">The figures; walked through twice, and not held.</param>
    /// <param name="recordedAt">The moment of recording.</param>
    /// <param name="progress">Told now and then how many are written.</param>
    /// <param name="cancellation">Cancels; nothing is then written.</param>
    /// <param name="ids">Their numbers, from <see cref="ReserveAsync"/>; the database gives them if left out.</param>
    public async Task AppendAsync(
        IEnumerable<FigureDraft> drafts, DateTimeOffset recordedAt, Action<int>? progress, CancellationToken cancellation,
        IReadOnlyList<long>? ids = null)
    {
        var (sources, series) = await ReferencesAsync(drafts, cancellation);
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY figures ({(ids is null ? FigureColumns.Names : FigureColumns.Selected)}) FROM STDIN (FORMAT binary)", cancellation);
        var written = 0;
        foreach (var draft in drafts)
        {
            var figure = new FigureRecord(draft, series[KeyOf(draft)], sources[draft.Source.Identity], recordedAt, draft.AfterWithdrawn);
            await copy.StartRowAsync(cancellation);
            if (ids is not null) await copy.WriteAsync(ids[written], NpgsqlDbType.Bigint, cancellation);
            foreach (var column in FigureColumns.All)
            {
                await column.WriteAsync(copy, figure, cancellation);
            }

            if (++written % ReportEvery == 0)
            {
                progress?.Invoke(written);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    /// <summary>The numbers of the documents and series that figures refer to.</summary>
    private async Task<(IReadOnlyDictionary<string, int> Sources, IReadOnlyDictionary<SeriesKey, int> Series)> ReferencesAsync(
        IEnumerable<FigureDraft> drafts, CancellationToken cancellation)
    {
        var cited = new Dictionary<string, (SourceText Source, Reliability Reliability)>(StringComparer.Ordinal);
        var series = new HashSet<SeriesKey>();
        foreach (var draft in drafts)
        {
            cited.TryAdd(draft.Source.Identity, (draft.Source, draft.Reliability));
            series.Add(KeyOf(draft));
        }

        return (await SourcesAsync(cited.Values, cancellation), await SeriesAsync(series, cancellation));
    }

    private async Task<IReadOnlyDictionary<TKey, int>> IdsAsync<TKey>(
        string sql, Func<NpgsqlDataReader, TKey> key, CancellationToken cancellation, params object[] columns)
        where TKey : notnull
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var column in columns)
        {
            command.Parameters.Add(new() { Value = column, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ids = new Dictionary<TKey, int>();
        while (await reader.ReadAsync(cancellation))
        {
            ids[key(reader)] = reader.GetInt32(reader.FieldCount - 1);
        }

        return ids;
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        batch.BatchCommands.Add(command);
    }
}

using Npgsql;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Lists returns, and reads one.</summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="snapshots">Gives the catalogue that forms speak of, and what is published.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnList(NpgsqlDataSource application, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>The returns that are open or were, the newest quarter first; of one department, or of all.</summary>
    public async Task<IReadOnlyList<ReturnSummary>> AllAsync(string? department = null, CancellationToken cancellation = default)
    {
        await using var command = application.CreateCommand(
            """
            SELECT r.id, r.form_code, v.name, v.name_en, r.quarter, d.code, d.name, d."order", r.state, r.version,
                c.opens_at, c.due_at, c.closes_at, c.reminder_days, c.escalation_days, r.submitted_at, r.released_at,
                (SELECT count(*) FROM return_cells e WHERE e.return_id = r.id AND (e.value IS NOT NULL OR e.blank IS NOT NULL))::integer,
                (SELECT sum(CASE WHEN part_row IS NOT NULL THEN 0 WHEN asks_growth THEN 2 ELSE 1 END) FROM form_rows w WHERE (w.form_code, w.version) = (r.form_code, r.form_version))::integer
            FROM returns r JOIN forms f ON f.code = r.form_code JOIN form_versions v ON (v.form_code, v.version) = (r.form_code, r.form_version)
                JOIN departments d ON d.code = r.department_code
                JOIN return_calendar c ON (c.form_code, c.quarter) = (r.form_code, r.quarter)
            WHERE $1::text IS NULL OR r.department_code = $1
            ORDER BY r.quarter DESC, f."order", d."order"
            """);
        command.Parameters.Add(new() { Value = (object?)department ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        var list = new List<ReturnSummary>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                list.Add(Summary(reader));
            }
        }

        var unfilled = await UnfilledAsync(department, cancellation);
        var published = snapshots.Current.Figures.At(new(time.GetUtcNow()));
        return [.. list.Select(r => r with { AllCells = r.AllCells - unfilled[r.Id].Count(c => IsExempt(published, r, c.Row, c.Field)) })];
    }

    private static bool IsExempt(BookView published, ReturnSummary summary, FormRow row, CellField field) =>
        Exemption.Of(published, row, summary.Quarter, Return.SourceTextOf(summary.FormName, summary.Department, summary.Quarter)).Covers(field);

    /// <summary>The cells of series that nothing is entered in, by the number of their return: few, but in the quarter that is being reported.</summary>
    private async Task<ILookup<int, (FormRow Row, CellField Field)>> UnfilledAsync(string? department, CancellationToken cancellation)
    {
        await using var command = application.CreateCommand(
            """
            SELECT r.id, w.number, w.indicator_code, w.unit_code, w.task_number, w.measure, w.timing, w.uom, w.decimals, w.asks_growth, w.indent, w.part_row, w.total_row, f.field
            FROM returns r JOIN form_rows w ON (w.form_code, w.version) = (r.form_code, r.form_version)
                CROSS JOIN unnest(ARRAY['value', 'growth']) AS f(field)
            WHERE ($1::text IS NULL OR r.department_code = $1) AND w.indicator_code IS NOT NULL AND w.part_row IS NULL AND (f.field = 'value' OR w.asks_growth)
                AND NOT EXISTS (SELECT FROM return_cells e
                    WHERE (e.return_id, e.row_number, e.field) = (r.id, w.number, f.field) AND (e.value IS NOT NULL OR e.blank IS NOT NULL))
            """);
        command.Parameters.Add(new() { Value = (object?)department ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (catalogue, found) = (snapshots.Current.Catalogue, new List<(int Return, FormRow Row, CellField Field)>());
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((reader.GetInt32(0), FormReader.Row(reader, catalogue), reader.Code<CellField>(13)));
        }

        return found.ToLookup(c => c.Return, c => (c.Row, c.Field));
    }

    /// <summary>A return with its cells; null if there is none of this number.</summary>
    public async Task<Return?> FindAsync(int id, CancellationToken cancellation = default)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        return await ReturnReader.ReadAsync(connection, id, snapshots.Current.Catalogue, forUpdate: false, cancellation);
    }

    /// <summary>What tells one state of a return and its cells from the next: state|version|sum of the cells' versions; null if there is none.</summary>
    public async Task<string?> StampAsync(int id, CancellationToken cancellation = default)
    {
        await using var command = application.CreateCommand(
            """
            SELECT format('%s|%s|%s', state, version, (SELECT coalesce(sum(version), 0) FROM return_cells WHERE return_id = r.id))
            FROM returns r WHERE id = $1
            """);
        command.Parameters.AddWithValue(id);
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>Every change of a cell, the newest first.</summary>
    public async Task<IReadOnlyList<ReturnCell>> HistoryAsync(int id, CellAddress cell, CancellationToken cancellation = default)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        return await connection.ListAsync(
            $"""
            SELECT h.value, h.blank, h.reason, h.explanation, h.source, h.version, u.id, u.display_name, h.changed_at
            FROM return_cell_changes h JOIN users u ON u.id = h.changed_by
            WHERE h.return_id = {id} AND h.row_number = {cell.Row} AND h.field = '{Domain.Code.Of(cell.Field)}' ORDER BY h.version DESC
            """,
            r => new ReturnCell(
                cell,
                new(r.IsDBNull(0) ? null : r.GetDecimal(0), r.CodeOrNull<BlankReason>(1), r.TextOrNull(2), r.TextOrNull(3), r.TextOrNull(4)),
                r.GetInt32(5), new(r.GetGuid(6), r.GetString(7)), r.Instant(8), SentBack: false),
            cancellation);
    }

    /// <summary>What stood in cells when they had a version; a version that never was is missing.</summary>
    public async Task<IReadOnlyDictionary<CellAddress, CellEntry>> AtAsync(
        int id, IReadOnlyCollection<(CellAddress Cell, int Version)> seen, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        await using var command = application.CreateCommand(
            """
            SELECT h.row_number, h.field, h.value, h.blank, h.reason, h.explanation, h.source
            FROM return_cell_changes h
            JOIN (SELECT DISTINCT * FROM unnest($2::integer[], $3::text[], $4::integer[])) AS s(row_number, field, version) USING (row_number, field, version)
            WHERE h.return_id = $1
            """);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(seen.Select(s => s.Cell.Row).ToArray());
        command.Parameters.AddWithValue(seen.Select(s => Domain.Code.Of(s.Cell.Field)).ToArray());
        command.Parameters.AddWithValue(seen.Select(s => s.Version).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<CellAddress, CellEntry>();
        while (await reader.ReadAsync(cancellation))
        {
            found[new(reader.GetInt32(0), reader.Code<CellField>(1))] = new(
                reader.IsDBNull(2) ? null : reader.GetDecimal(2), reader.CodeOrNull<BlankReason>(3), reader.TextOrNull(4), reader.TextOrNull(5), reader.TextOrNull(6));
        }

        return found;
    }

    private static ReturnSummary Summary(NpgsqlDataReader r) => new()
    {
        Id = r.GetInt32(0),
        FormCode = r.GetString(1),
        FormName = r.GetString(2),
        FormNameEn = r.TextOrNull(3),
        Quarter = Quarter.Parse(r.GetString(4))!.Value,
        Department = new Department(r.GetString(5), r.GetString(6), r.GetInt32(7)),
        State = r.Code<ReturnState>(8),
        Version = r.GetInt32(9),
        Dates = new(r.Instant(10), r.Instant(11), r.Instant(12), r.GetInt32(13), r.GetInt32(14)),
        SubmittedAt = r.IsDBNull(15) ? null : r.Instant(15),
        ReleasedAt = r.IsDBNull(16) ? null : r.Instant(16),
        FilledCells = r.GetInt32(17),
        AllCells = r.IntegerOrNull(18) ?? 0,
    };
}

using Npgsql;
using NpgsqlTypes;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Saves what a reporter enters, cell by cell or a block at once.</summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="snapshots">Gives what is published, against which a return is judged.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnEntry(NpgsqlDataSource application, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>
    /// Saves cells in one transaction. A cell that somebody has changed since it was seen is not saved, and what stands in
    /// it is given back; the others are.
    /// </summary>
    /// <param name="id">The number of the return.</param>
    /// <param name="edits">The changes; a cell once at most.</param>
    /// <param name="actor">Who enters.</param>
    /// <param name="cancellation">Cancels; nothing is then saved.</param>
    /// <returns>What came of each change, in their order; or why nothing at all was done.</returns>
    public async Task<(ReturnRefusal? Refusal, IReadOnlyList<CellOutcome> Cells)> SaveAsync(
        int id, IReadOnlyList<CellEdit> edits, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edits);
        ArgumentNullException.ThrowIfNull(actor);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var turn = await ReturnTurn.BeginAsync(
            connection, id, snapshots.Current.Catalogue, actor, time.GetUtcNow(), cancellation);
        if (turn is null)
        {
            return (ReturnRefusal.NotFound, []);
        }

        if (Refuse(turn) is { } refusal)
        {
            return (refusal, []);
        }

        var sheet = snapshots.Current.Judge(turn.Now).Judge(turn.Return);
        var outcomes = edits.Select(edit => Decide(edit, turn, sheet)).ToArray();
        var saved = outcomes.Where((o, i) => o.Refusal is null && !Unchanged(edits[i], turn.Return)).Select(o => o.Stored!).ToArray();
        if (saved.Length > 0)
        {
            await WriteAsync(turn, saved, cancellation);
            await turn.CommitAsync(cancellation);
        }

        return (null, outcomes);
    }

    private static ReturnRefusal? Refuse(ReturnTurn turn) => turn switch
    {
        _ when ReturnRights.Enter(turn.Actor, turn.Return.Department.Code) is { } refusal => refusal,
        { Return.State: var state } when !state.TakesEntries() => ReturnRefusal.WrongState,
        _ when turn.Now < turn.Return.Dates.OpensAt => ReturnRefusal.NotOpen,
        _ when !turn.Return.TakesEntriesAt(turn.Now) => ReturnRefusal.Closed,
        _ => null,
    };

    private static CellOutcome Decide(CellEdit edit, ReturnTurn turn, ReturnSheet sheet)
    {
        var held = turn.Return.Cells.GetValueOrDefault(edit.Address);
        CellOutcome Refused(ReturnRefusal refusal) => new(edit.Address, refusal, held);
        if (sheet.Row(edit.Address.Row) is not { } row) return Refused(ReturnRefusal.NotFound);
        if (!row.IsAsked || row.IsExempt(edit.Address.Field)) return Refused(ReturnRefusal.NotAsked);
        if (row.Cell(edit.Address.Field) is null) return Refused(ReturnRefusal.NotFound);
        if (Unchanged(edit, turn.Return)) return new(edit.Address, null, held);
        if (edit.Seen != (held?.Version ?? 0)) return Refused(ReturnRefusal.Stale);
        if (edit.Entry is { Value: not null, Blank: not null }) return Refused(ReturnRefusal.NotFound);
        if (edit.Entry.Blank is not null && string.IsNullOrWhiteSpace(edit.Entry.Reason)) return Refused(ReturnRefusal.ReasonMissing);
        if (IsTooLong(edit.Entry)) return Refused(ReturnRefusal.TooLong);
        return new(edit.Address, null, new(
            edit.Address, edit.Entry, edit.Seen + 1, new(turn.Actor.Id, turn.Actor.Name), turn.Now, SentBack: false));
    }

    // A repeated request (a lost answer, a double click) saves nothing twice.
    private static bool Unchanged(CellEdit edit, Return filled) =>
        edit.Entry.SaysTheSame(filled.Cells.GetValueOrDefault(edit.Address)?.Entry ?? CellEntry.Empty)
        && filled.Cells.GetValueOrDefault(edit.Address) is not { SentBack: true };

    private static bool IsTooLong(CellEntry entry) =>
        new[] { entry.Reason, entry.Explanation, entry.Source }.Any(t => t?.Length > CellEntry.MaxLength) || entry.Value?.Scale > 12;

    private static async Task WriteAsync(ReturnTurn turn, ReturnCell[] cells, CancellationToken cancellation)
    {
        foreach (var cell in cells)
        {
            await using var command = new NpgsqlCommand(
                """
                WITH kept AS (
                    INSERT INTO return_cell_changes (return_id, row_number, field, version, value, blank, reason, explanation, source, changed_by, changed_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))
                INSERT INTO return_cells (return_id, row_number, field, version, value, blank, reason, explanation, source, changed_by, changed_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                ON CONFLICT (return_id, row_number, field) DO UPDATE SET version = excluded.version, value = excluded.value,
                    blank = excluded.blank, reason = excluded.reason, explanation = excluded.explanation, source = excluded.source,
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at, sent_back = false
                """, turn.Connection);
            var entry = cell.Entry;
            command.Parameters.Add(new() { Value = turn.Return.Id });
            command.Parameters.Add(new() { Value = cell.Address.Row });
            command.Parameters.Add(new() { Value = Domain.Code.Of(cell.Address.Field) });
            command.Parameters.Add(new() { Value = cell.Version });
            command.Parameters.Add(new() { Value = (object?)entry.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Numeric });
            foreach (var text in new[] { entry.Blank is { } b ? Domain.Code.Of(b) : null, entry.Reason, entry.Explanation, entry.Source })
            {
                command.Parameters.Add(new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            }

            command.Parameters.Add(new() { Value = turn.Actor.Id });
            command.Parameters.Add(new() { Value = turn.Now.ToUniversalTime() });
            await command.ExecuteNonQueryAsync(cancellation);
        }

        if (turn.Return.State == ReturnState.Open)
        {
            await turn.SetStateAsync(ReturnState.InProgress, cancellation);
        }

        await turn.AuditAsync("return.enter", new
        {
            cells = cells.Select(c => new
            {
                cell = c.Address.ToString(),
                value = c.Entry.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                blank = c.Entry.Blank is { } blank ? Domain.Code.Of(blank) : null,
                c.Version,
            }),
        }, cancellation);
    }
}

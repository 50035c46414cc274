using Npgsql;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>
/// 审定入库: a reviewer releases a submitted return. One transaction appends the figures and where they come from, closes
/// the return, writes the audit event and the messages; its commit tells every instance.
/// </summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="snapshots">Gives what is published, against which the return is judged once more.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnRelease(NpgsqlDataSource application, SnapshotStore snapshots, TimeProvider time)
{
    /// <param name="id">The number of the return.</param>
    /// <param name="seen">The version of the return that the reviewer saw.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ReturnOutcome> ReleaseAsync(int id, int seen, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var turn = await ReturnTurn.BeginAsync(
            connection, id, snapshots.Current.Catalogue, actor, time.GetUtcNow(), cancellation);
        if (turn is null) return ReturnRefusal.NotFound;
        if (seen != turn.Return.Version) return ReturnRefusal.Stale;
        if (ReturnRights.Review(actor, await turn.HasEnteredAsync(cancellation)) is { } refusal) return refusal;
        if (turn.Return.State != ReturnState.Submitted) return ReturnRefusal.WrongState;
        var sheet = snapshots.Current.Judge(turn.Now).Judge(turn.Return);
        if (!sheet.IsComplete) return ReturnRefusal.Incomplete;

        await FigureLock.AcquireLockAsync(connection, cancellation);
        var standing = await StandingAsync(turn, cancellation);
        var released = sheet.Cells.Where(c => c.Figure is not null && !IsStanding(c, standing)).ToArray();
        var emptied = standing.Where(s => sheet.Cell(s.Key) is { Entry.Value: null }).Select(s => s.Value.Figure).ToArray();
        await AppendAsync(turn, released, standing, cancellation);
        await WithdrawAsync(turn, emptied, cancellation);
        var progress = await ProgressAsync(turn, cancellation);
        await turn.RunAsync("UPDATE returns SET released_at = $2, correction = NULL WHERE id = $1", cancellation, id, turn.Now);
        var version = await turn.SetStateAsync(ReturnState.Released, cancellation);
        await turn.AuditAsync("return.release", new { figures = released.Length, progress, withdrawn = emptied.Length, turn.Return.Correction }, cancellation);
        await MessageWriter.ToReportersAsync(turn, "released", cancellation);
        if (turn.Return.Correction is { } reason)
        {
            long[] replaced = [.. released.Where(c => standing.ContainsKey(c.Address)).Select(c => standing[c.Address].Figure), .. emptied];
            await MessageWriter.ToUsersAsync(turn, replaced, reason, cancellation);
        }

        await turn.CommitAsync(cancellation);
        return ReturnOutcome.Done(version);
    }

    /// <summary>The figures that this return has given before and that are not withdrawn, the latest of each cell.</summary>
    private static async Task<Dictionary<CellAddress, (long Figure, decimal Value)>> StandingAsync(ReturnTurn turn, CancellationToken cancellation) =>
        (await turn.Connection.ListAsync(
            $"""
            SELECT DISTINCT ON (o.row_number, o.field) o.row_number, o.field, f.id, f.value,
                EXISTS (SELECT FROM withdrawals w WHERE w.figure_id = f.id)
            FROM figure_origins o JOIN figures f ON f.id = o.figure_id
            WHERE o.return_id = {turn.Return.Id} ORDER BY o.row_number, o.field, f.id DESC
            """,
            r => (Cell: new CellAddress(r.GetInt32(0), r.Code<CellField>(1)), Figure: r.GetInt64(2), Value: r.GetDecimal(3), Withdrawn: r.GetBoolean(4)),
            cancellation)).Where(f => !f.Withdrawn).ToDictionary(f => f.Cell, f => (f.Figure, f.Value));

    private static bool IsStanding(SheetCell cell, Dictionary<CellAddress, (long Figure, decimal Value)> standing) =>
        standing.TryGetValue(cell.Address, out var held) && held.Value == cell.Entry.Value && held.Value.Scale == cell.Entry.Value?.Scale;

    private static async Task AppendAsync(
        ReturnTurn turn, SheetCell[] cells, Dictionary<CellAddress, (long Figure, decimal Value)> standing, CancellationToken cancellation)
    {
        if (cells.Length == 0)
        {
            return;
        }

        var drafts = cells.Select(c => DraftOf(c, turn)).ToArray();
        await new FigureStore(turn.Connection).AppendAsync(drafts, turn.Now, null, cancellation);
        // The cell of each figure: by its series, for a return speaks of a series once.
        await turn.RunAsync(
            """
            INSERT INTO figure_origins (figure_id, return_id, row_number, field, entered_by, released_by, explanation, correction)
            SELECT f.id, $1, c.row_number, c.field, c.changed_by, $3, c.explanation,
                CASE WHEN c.row_number || '-' || c.field = ANY ($6) THEN $5 END
            FROM figures f JOIN series s ON s.id = f.series_id JOIN source_documents d ON d.id = f.source_id
                JOIN returns r ON r.id = $1
                JOIN form_rows w ON (w.form_code, w.version) = (r.form_code, r.form_version) AND (w.indicator_code, w.unit_code) = (s.indicator_code, s.unit_code)
                JOIN return_cells c ON c.return_id = r.id AND c.row_number = w.number
                    AND s.measure = CASE c.field WHEN 'growth' THEN 'yoy' ELSE w.measure END
            WHERE f.recorded_at = $2 AND d.identity = $4
            """, cancellation, turn.Return.Id, turn.Now, turn.Actor.Id, turn.Return.SourceText,
            turn.Return.Correction, standing.Keys.Select(c => c.ToString()).ToArray());
    }

    private static FigureDraft DraftOf(SheetCell cell, ReturnTurn turn)
    {
        var figure = cell.Figure!;
        return new()
        {
            Line = cell.Address.Row,
            Column = Domain.Code.Of(cell.Address.Field),
            Indicator = figure.Series.Indicator,
            Unit = figure.Series.Unit,
            Measure = figure.Series.Measure,
            Period = figure.Period,
            Kind = ValueKind.Actual,
            Value = figure.Value,
            Uom = figure.Uom,
            Stage = figure.Stage,
            VintageLabel = figure.VintageLabel,
            KnownFrom = turn.Now,
            KnownFromBasis = KnownFromBasis.Recorded,
            SourceText = turn.Return.SourceText,
            Source = new(turn.Return.SourceText, Address: null, Title: turn.Return.SourceText, Origin: null),
            Reliability = Reliability.Return,
            Note = NoteOf(cell.Entry),
        };
    }

    private static string? NoteOf(CellEntry entry)
    {
        var note = string.Join("；", new[] { entry.Explanation, entry.Source }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return note.Length == 0 ? null : note;
    }

    private static async Task WithdrawAsync(ReturnTurn turn, long[] figures, CancellationToken cancellation)
    {
        foreach (var figure in figures)
        {
            await turn.RunAsync(
                "INSERT INTO withdrawals (figure_id, known_from, recorded_at, reason) VALUES ($1, $2, $2, $3)",
                cancellation, figure, turn.Now, turn.Return.Correction ?? "更正");
        }
    }

    /// <summary>Appends the progress of the tasks that the return speaks of, and gives how many had something new.</summary>
    private static async Task<int> ProgressAsync(ReturnTurn turn, CancellationToken cancellation)
    {
        var added = 0;
        foreach (var row in turn.Return.Form.Rows.Where(r => r.Task is not null))
        {
            if (turn.Return.Cells.GetValueOrDefault(new(row.Number, CellField.Value)) is { Entry.Value: { } percent } cell)
            {
                added += await turn.RunAsync(
                    """
                    INSERT INTO task_progress (task_number, quarter, percent, text, return_id, entered_by, released_by, recorded_at)
                    SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE NOT EXISTS (
                        SELECT FROM task_progress p WHERE p.return_id = $5 AND p.task_number = $1 AND p.percent = $3 AND p.text IS NOT DISTINCT FROM $4
                            AND p.id = (SELECT max(id) FROM task_progress q WHERE q.return_id = $5 AND q.task_number = $1))
                    """,
                    cancellation, row.Task!.Value, turn.Return.Quarter.Code, percent, NoteOf(cell.Entry), turn.Return.Id, cell.By.Id, turn.Actor.Id, turn.Now);
            }
        }

        return added;
    }
}

using Npgsql;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Moves a return on: submitted, taken back, sent back, opened again for a correction. Releasing is <see cref="ReturnRelease"/>.</summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="snapshots">Gives what is published, against which a return is judged.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnSteps(NpgsqlDataSource application, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>提交: by a reporter, when the return is complete.</summary>
    /// <param name="id">The number of the return.</param>
    /// <param name="seen">The version of the return that the reporter saw.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public Task<ReturnOutcome> SubmitAsync(int id, int seen, Actor actor, CancellationToken cancellation = default) =>
        TurnAsync(id, seen, actor, async turn =>
        {
            var filled = turn.Return;
            if (ReturnRights.Enter(actor, filled.Department.Code) is { } refusal) return refusal;
            if (!filled.State.TakesEntries()) return ReturnRefusal.WrongState;
            if (turn.Now < filled.Dates.OpensAt) return ReturnRefusal.NotOpen;
            if (!filled.TakesEntriesAt(turn.Now)) return ReturnRefusal.Closed;
            if (!snapshots.Current.Judge(turn.Now).Judge(filled).IsComplete) return ReturnRefusal.Incomplete;

            var number = (filled.LastSubmission?.Number ?? 0) + 1;
            await turn.RunAsync(
                "INSERT INTO return_submissions (return_id, number, by, at, cells) VALUES ($1, $2, $3, $4, $5::jsonb)",
                cancellation, id, number, actor.Id, turn.Now, SubmittedCells.Write(filled.Cells.Values));
            await turn.RunAsync("UPDATE returns SET submitted_at = coalesce(submitted_at, $2) WHERE id = $1", cancellation, id, turn.Now);
            await turn.AuditAsync("return.submit", new { number }, cancellation);
            await MessageWriter.ToReviewersAsync(turn, "submitted", cancellation);
            return ReturnOutcome.Done(await turn.SetStateAsync(ReturnState.Submitted, cancellation));
        }, cancellation);

    /// <summary>撤回: the reporter takes back what is not yet decided on.</summary>
    public Task<ReturnOutcome> TakeBackAsync(int id, int seen, Actor actor, CancellationToken cancellation = default) =>
        TurnAsync(id, seen, actor, async turn =>
        {
            if (ReturnRights.Enter(actor, turn.Return.Department.Code) is { } refusal) return refusal;
            if (turn.Return.State != ReturnState.Submitted) return ReturnRefusal.WrongState;
            await turn.AuditAsync("return.take_back", new { }, cancellation);
            return ReturnOutcome.Done(await turn.SetStateAsync(
                turn.Return.Correction is null ? ReturnState.InProgress : ReturnState.Correcting, cancellation));
        }, cancellation);

    /// <summary>退回: a reviewer sends cells back, each with what is to be done.</summary>
    /// <param name="id">The number of the return.</param>
    /// <param name="seen">The version of the return that the reviewer saw.</param>
    /// <param name="cells">The cells and what is said about each; at least one.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public Task<ReturnOutcome> SendBackAsync(
        int id, int seen, IReadOnlyDictionary<CellAddress, string> cells, Actor actor, CancellationToken cancellation = default) =>
        TurnAsync(id, seen, actor, async turn =>
        {
            ArgumentNullException.ThrowIfNull(cells);
            if (ReturnRights.Review(actor, await turn.HasEnteredAsync(cancellation)) is { } refusal) return refusal;
            if (turn.Return.State != ReturnState.Submitted) return ReturnRefusal.WrongState;
            if (cells.Count == 0 || cells.Values.Any(string.IsNullOrWhiteSpace)) return ReturnRefusal.ReasonMissing;
            if (cells.Values.Any(t => t.Length > CellEntry.MaxLength)) return ReturnRefusal.TooLong;
            if (cells.Keys.Any(c => !turn.Return.Cells.ContainsKey(c))) return ReturnRefusal.NotFound;
            foreach (var (cell, text) in cells)
            {
                await CommentAsync(turn, cell, true, text.Trim(), cancellation);
                await turn.RunAsync(
                    "UPDATE return_cells SET sent_back = true WHERE return_id = $1 AND row_number = $2 AND field = $3",
                    cancellation, id, cell.Row, Domain.Code.Of(cell.Field));
            }

            await turn.AuditAsync("return.send_back", new { cells = cells.Select(c => new { cell = c.Key.ToString(), text = c.Value }) }, cancellation);
            await MessageWriter.ToReportersAsync(turn, "returned", cancellation);
            return ReturnOutcome.Done(await turn.SetStateAsync(ReturnState.Returned, cancellation));
        }, cancellation);

    /// <summary>更正: a reporter opens a released return again, with the reason. What is released stays until the correction is.</summary>
    public Task<ReturnOutcome> BeginCorrectionAsync(int id, int seen, string reason, Actor actor, CancellationToken cancellation = default) =>
        TurnAsync(id, seen, actor, async turn =>
        {
            if (ReturnRights.Enter(actor, turn.Return.Department.Code) is { } refusal) return refusal;
            if (turn.Return.State != ReturnState.Released) return ReturnRefusal.WrongState;
            if (string.IsNullOrWhiteSpace(reason)) return ReturnRefusal.ReasonMissing;
            if (reason.Length > CellEntry.MaxLength) return ReturnRefusal.TooLong;
            await turn.RunAsync("UPDATE returns SET correction = $2 WHERE id = $1", cancellation, id, reason.Trim());
            await CommentAsync(turn, null, false, reason.Trim(), cancellation);
            await turn.AuditAsync("return.correct", new { reason = reason.Trim() }, cancellation);
            await MessageWriter.ToReviewersAsync(turn, "corrected", cancellation);
            return ReturnOutcome.Done(await turn.SetStateAsync(ReturnState.Correcting, cancellation));
        }, cancellation);

    /// <summary>批注: whoever sees the return says something about it or a cell. It does not change its version.</summary>
    public Task<ReturnOutcome> CommentAsync(int id, CellAddress? cell, string text, Actor actor, CancellationToken cancellation = default) =>
        TurnAsync(id, null, actor, async turn =>
        {
            if (!ReturnRights.See(actor, turn.Return.Department.Code)) return ReturnRefusal.WrongRole;
            if (string.IsNullOrWhiteSpace(text)) return ReturnRefusal.ReasonMissing;
            if (text.Length > CellEntry.MaxLength) return ReturnRefusal.TooLong;
            if (cell is { } at && turn.Return.Form.Row(at.Row)?.Fields.Contains(at.Field) != true) return ReturnRefusal.NotFound;
            await CommentAsync(turn, cell, false, text.Trim(), cancellation);
            await turn.AuditAsync("return.comment", new { cell = cell?.ToString(), text = text.Trim() }, cancellation);
            return ReturnOutcome.Done(turn.Return.Version);
        }, cancellation);

    private static async Task CommentAsync(ReturnTurn turn, CellAddress? cell, bool sendsBack, string text, CancellationToken cancellation)
    {
        await turn.RunAsync(
            "INSERT INTO return_comments (return_id, row_number, field, sends_back, text, by, at) VALUES ($1, $2::text::integer, $3, $4, $5, $6, $7)",
            cancellation, turn.Return.Id, cell?.Row.ToString(System.Globalization.CultureInfo.InvariantCulture),
            cell is { } at ? Domain.Code.Of(at.Field) : null, sendsBack, text, turn.Actor.Id, turn.Now);
        await MessageWriter.ToMentionedAsync(turn, cell, text, cancellation);
    }

    private async Task<ReturnOutcome> TurnAsync(
        int id, int? seen, Actor actor, Func<ReturnTurn, Task<ReturnOutcome>> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var turn = await ReturnTurn.BeginAsync(
            connection, id, snapshots.Current.Catalogue, actor, time.GetUtcNow(), cancellation);
        if (turn is null) return ReturnRefusal.NotFound;
        if (seen is { } version && version != turn.Return.Version) return ReturnRefusal.Stale;
        var outcome = await step(turn);
        if (outcome.IsDone) await turn.CommitAsync(cancellation);
        return outcome;
    }
}

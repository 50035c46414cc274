using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Moves a return on: submitted, taken back, sent back, opened again for a correction. Releasing is <see cref="ReturnRelease"/>.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives what is published, against which a return is judged.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnSteps(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>提交: by a reporter, when the return is complete.</summary>
    /// <param name="id">The number of the return.</param>
    /// <param name="seen">The version of the return that the reporter saw.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public Task<ReturnOutcome> SubmitAsync(int id, int seen, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(id, seen, actor, async change =>
        {
            var filled = change.Return;
            if (ReturnRights.Enter(actor, filled.Department.Code) is { } refusal) return refusal;
            if (!filled.State.TakesEntries()) return ReturnRefusal.WrongState;
            if (change.Now < filled.Dates.OpensAt) return ReturnRefusal.NotOpen;
            if (!filled.TakesEntriesAt(change.Now)) return ReturnRefusal.Closed;
            if (!snapshots.Current.Judge(change.Now).Judge(filled).IsComplete) return ReturnRefusal.Incomplete;

            var number = (filled.LastSubmission?.Number ?? 0) + 1;
            change.Context.Add(new ReturnSubmissionEntity
            {
                ReturnId = id,
                Number = number,
                By = actor.Id,
                At = change.Now,
                Cells = SubmittedCells.Write(filled.Cells.Values),
            });
            await change.SaveAsync(cancellation);
            change.Entity.SubmittedAt ??= change.Now;
            change.Audit("return.submit", new { number });
            await MessageWriter.ToReviewersAsync(change.Context, MessageKind.Submitted, id, change.Now, cancellation);
            return ReturnOutcome.Done(change.SetState(ReturnState.Submitted));
        }, cancellation);

    /// <summary>撤回: the reporter takes back what is not yet decided on.</summary>
    public Task<ReturnOutcome> TakeBackAsync(int id, int seen, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(id, seen, actor, change => Task.FromResult(TakeBack(change)), cancellation);

    /// <summary>退回: a reviewer sends cells back, each with what is to be done.</summary>
    /// <param name="id">The number of the return.</param>
    /// <param name="seen">The version of the return that the reviewer saw.</param>
    /// <param name="cells">The cells and what is said about each; at least one.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public Task<ReturnOutcome> SendBackAsync(
        int id, int seen, IReadOnlyDictionary<CellAddress, string> cells, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(id, seen, actor, async change =>
        {
            ArgumentNullException.ThrowIfNull(cells);
            if (ReturnRights.Review(actor, await change.HasEnteredAsync(cancellation)) is { } refusal) return refusal;
            if (change.Return.State != ReturnState.Submitted) return ReturnRefusal.WrongState;
            if (cells.Count == 0 || cells.Values.Any(string.IsNullOrWhiteSpace)) return ReturnRefusal.ReasonMissing;
            if (cells.Values.Any(t => t.Length > CellEntry.MaxLength)) return ReturnRefusal.TooLong;
            if (cells.Keys.Any(c => !change.Return.Cells.ContainsKey(c))) return ReturnRefusal.NotFound;
            var standing = await change.Context.ReturnCells.Where(c => c.ReturnId == id).ToDictionaryAsync(c => new CellAddress(c.RowNumber, c.Field), cancellation);
            foreach (var (cell, text) in cells)
            {
                standing[cell].SentBack = true;
                await CommentAsync(change, cell, true, text.Trim(), cancellation);
            }

            change.Audit("return.send_back", new { cells = cells.Select(c => new { cell = c.Key.ToString(), text = c.Value }) });
            await MessageWriter.ToReportersAsync(change.Context, MessageKind.Returned, id, change.Now, cancellation);
            await change.SaveAsync(cancellation);
            return ReturnOutcome.Done(change.SetState(ReturnState.Returned));
        }, cancellation);

    /// <summary>更正: a reporter opens a released return again, with the reason. What is released stays until the correction is.</summary>
    public Task<ReturnOutcome> BeginCorrectionAsync(int id, int seen, string reason, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(id, seen, actor, async change =>
        {
            if (ReturnRights.Enter(actor, change.Return.Department.Code) is { } refusal) return refusal;
            if (change.Return.State != ReturnState.Released) return ReturnRefusal.WrongState;
            if (string.IsNullOrWhiteSpace(reason)) return ReturnRefusal.ReasonMissing;
            if (reason.Length > CellEntry.MaxLength) return ReturnRefusal.TooLong;
            change.Entity.Correction = reason.Trim();
            await CommentAsync(change, null, false, reason.Trim(), cancellation);
            change.Audit("return.correct", new { reason = reason.Trim() });
            await MessageWriter.ToReviewersAsync(change.Context, MessageKind.Corrected, id, change.Now, cancellation);
            return ReturnOutcome.Done(change.SetState(ReturnState.Correcting));
        }, cancellation);

    /// <summary>批注: whoever sees the return says something about it or a cell. It does not change its version.</summary>
    public Task<ReturnOutcome> CommentAsync(int id, CellAddress? cell, string text, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(id, null, actor, async change =>
        {
            if (string.IsNullOrWhiteSpace(text)) return ReturnRefusal.ReasonMissing;
            if (text.Length > CellEntry.MaxLength) return ReturnRefusal.TooLong;
            if (cell is { } at && change.Return.Form.Row(at.Row)?.Fields.Contains(at.Field) != true) return ReturnRefusal.NotFound;
            await CommentAsync(change, cell, false, text.Trim(), cancellation);
            change.Audit("return.comment", new { cell = cell?.ToString(), text = text.Trim() });
            return ReturnOutcome.Done(change.Return.Version);
        }, cancellation);

    private static ReturnOutcome TakeBack(ReturnChange change)
    {
        if (ReturnRights.Enter(change.Actor, change.Return.Department.Code) is { } refusal) return refusal;
        if (change.Return.State != ReturnState.Submitted) return ReturnRefusal.WrongState;
        change.Audit("return.take_back", new { });
        return ReturnOutcome.Done(change.SetState(change.Return.Correction is null ? ReturnState.InProgress : ReturnState.Correcting));
    }

    private static async Task CommentAsync(ReturnChange change, CellAddress? cell, bool sendsBack, string text, CancellationToken cancellation)
    {
        change.Context.Add(new ReturnCommentEntity
        {
            ReturnId = change.Return.Id,
            RowNumber = cell?.Row,
            Field = cell?.Field,
            SendsBack = sendsBack,
            Text = text,
            By = change.Actor.Id,
            At = change.Now,
        });
        await MessageWriter.ToMentionedAsync(change.Context, change.Return.Id, change.Return.Department.Code, cell, text, change.Actor, change.Now, cancellation);
    }

    private async Task<ReturnOutcome> ChangeAsync(
        int id, int? seen, Actor actor, Func<ReturnChange, Task<ReturnOutcome>> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var change = await ReturnChange.BeginAsync(contexts, id, snapshots.Current.Catalogue, actor, time, cancellation);
        var unseen = ReturnRights.Unseen(actor, change?.Return.Department.Code);
        if (change is null || unseen is not null) return unseen ?? ReturnRefusal.NotFound;
        if (seen is { } version && version != change.Return.Version) return ReturnRefusal.Stale;
        var outcome = await step(change);
        if (outcome.IsDone) await change.CommitAsync(cancellation);
        return outcome;
    }
}

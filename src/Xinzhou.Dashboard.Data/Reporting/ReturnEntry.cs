using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Saves what a reporter enters, cell by cell or a block at once.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives what is published, against which a return is judged.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnEntry(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, TimeProvider time)
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
    public Task<EntryOutcome> SaveAsync(int id, IReadOnlyList<CellEdit> edits, Actor actor, CancellationToken cancellation = default) =>
        SaveAsync(id, _ => edits, actor, cancellation);

    /// <summary>The same for changes that depend on what stands in the return: it is read once, and held meanwhile.</summary>
    /// <param name="id">The number of the return.</param>
    /// <param name="edit">Called once with the return as it stands; gives the changes, a cell once at most.</param>
    /// <param name="actor">Who enters.</param>
    /// <param name="cancellation">Cancels; nothing is then saved.</param>
    public async Task<EntryOutcome> SaveAsync(
        int id, Func<Return, IReadOnlyList<CellEdit>> edit, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(actor);
        await using var change = await ReturnChange.BeginAsync(contexts, id, snapshots.Current.Catalogue, actor, time, cancellation);
        var unseen = ReturnRights.Unseen(actor, change?.Return.Department.Code);
        if (change is null || unseen is not null)
        {
            return new(unseen ?? ReturnRefusal.NotFound, [], null);
        }

        if (Refuse(change) is { } refusal)
        {
            return new(refusal, [], null);
        }

        var published = snapshots.Current.Figures.At(new(change.Now));
        var edits = edit(change.Return);
        var outcomes = edits.Select(e => Decide(e, change, published)).ToArray();
        var saved = outcomes.Where((o, i) => o.Refusal is null && !Unchanged(edits[i], change.Return)).Select(o => o.Stored!).ToArray();
        if (saved.Length > 0)
        {
            Write(change, saved);
            await change.CommitAsync(cancellation);
        }

        var cells = change.Return.Cells.ToDictionary();
        foreach (var cell in saved) cells[cell.Address] = cell;
        return new(null, outcomes, change.Return with { State = change.Entity.State, Version = change.Entity.Version, Cells = cells });
    }

    private static ReturnRefusal? Refuse(ReturnChange change) => change switch
    {
        _ when ReturnRights.Enter(change.Actor, change.Return.Department.Code) is { } refusal => refusal,
        { Return.State: var state } when !state.TakesEntries() => ReturnRefusal.WrongState,
        _ when change.Now < change.Return.Dates.OpensAt => ReturnRefusal.NotOpen,
        _ when !change.Return.TakesEntriesAt(change.Now) => ReturnRefusal.Closed,
        _ => null,
    };

    private static CellOutcome Decide(CellEdit edit, ReturnChange change, BookView published)
    {
        var held = change.Return.Cells.GetValueOrDefault(edit.Address);
        CellOutcome Refused(ReturnRefusal refusal) => new(edit.Address, refusal, held);
        if (change.Return.Form.Row(edit.Address.Row) is not { } row) return Refused(ReturnRefusal.NotFound);
        if (row.IsComputed) return Refused(ReturnRefusal.NotAsked);
        if (!row.Fields.Contains(edit.Address.Field)) return Refused(ReturnRefusal.NotFound);
        var filled = change.Return;
        var exempt = Exemption.Of(published, row, filled.Quarter, filled.Form.Stage, filled.SourceText).WhereNothingIsTyped(filled, row.Number);
        if (exempt.Covers(edit.Address.Field)) return Refused(ReturnRefusal.NotAsked);
        if (Unchanged(edit, change.Return)) return new(edit.Address, null, held);
        if (edit.Seen != (held?.Version ?? 0)) return Refused(ReturnRefusal.Stale);
        if (edit.Entry is { Value: not null, Blank: not null }) return Refused(ReturnRefusal.NotFound);
        if (edit.Entry.Blank is not null && string.IsNullOrWhiteSpace(edit.Entry.Reason)) return Refused(ReturnRefusal.ReasonMissing);
        if (IsTooLong(edit.Entry)) return Refused(ReturnRefusal.TooLong);

        // To confirm what was sent back answers the reviewer; to change it and to take the change back does not.
        var isTakenBack = held is { SentBack: false } && change.Return.IsSentBack(edit.Address, edit.Entry);
        return new(edit.Address, null, new(
            edit.Address, edit.Entry, edit.Seen + 1, new(change.Actor.Id, change.Actor.Name), change.Now, isTakenBack));
    }

    // A repeated request (a lost answer, a double click) saves nothing twice.
    private static bool Unchanged(CellEdit edit, Return filled) =>
        edit.Entry.SaysTheSame(filled.Cells.GetValueOrDefault(edit.Address)?.Entry ?? CellEntry.Empty)
        && filled.Cells.GetValueOrDefault(edit.Address) is not { SentBack: true };

    private static bool IsTooLong(CellEntry entry) =>
        new[] { entry.Reason, entry.Explanation, entry.Source }.Any(t => t?.Length > CellEntry.MaxLength) || entry.Value?.Scale > 12;

    private static void Write(ReturnChange change, ReturnCell[] cells)
    {
        change.Write(cells);
        if (change.Return.State == ReturnState.Open)
        {
            change.SetState(ReturnState.InProgress);
        }

        change.Audit("return.enter", new
        {
            cells = cells.Select(c => new
            {
                cell = c.Address.ToString(),
                value = c.Entry.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                blank = c.Entry.Blank is { } blank ? Domain.Code.Of(blank) : null,
                c.Version,
            }),
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Figures;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>
/// 审定入库: a reviewer releases a submitted return. One transaction appends the figures and where they come from, closes
/// the return, writes the audit event and the messages; its commit tells every instance.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives what is published, against which the return is judged once more.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnRelease(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, TimeProvider time)
{
    /// <param name="id">The number of the return.</param>
    /// <param name="seen">The version of the return that the reviewer saw.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ReturnOutcome> ReleaseAsync(int id, int seen, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        // Before anything is told of the return, its version too.
        if (ReturnRights.Review(actor, hasEntered: false) is { } stranger) return stranger;
        await using var change = await ReturnChange.BeginAsync(contexts, id, snapshots.Current.Catalogue, actor, time, cancellation);
        if (change is null) return ReturnRefusal.NotFound;
        var filled = change.Return;
        if (seen != filled.Version) return ReturnRefusal.Stale;
        if (ReturnRights.Review(actor, await change.HasEnteredAsync(cancellation)) is { } refusal) return refusal;
        if (filled.State != ReturnState.Submitted) return ReturnRefusal.WrongState;
        var sheet = snapshots.Current.Judge(change.Now).Judge(filled);
        if (!sheet.IsComplete) return ReturnRefusal.Incomplete;

        await change.LockFiguresAsync(cancellation);
        var recording = await Recording.BeginAsync(change.Context.Connection(), cancellation);
        var standing = await StandingAsync(change, cancellation);
        var released = sheet.Cells.Where(c => c.Figure is not null && !IsStanding(c, standing)).ToArray();
        var emptied = standing.Where(s => sheet.Cell(s.Key) is { Entry.Value: null }).Select(s => s.Value.Figure).ToArray();
        await AppendAsync(change, released, standing, cancellation);
        change.Context.AddRange(emptied.Select(figure => new Withdrawal(figure, change.Now, change.Now, filled.Correction ?? "更正")));
        var progress = await ProgressAsync(change, cancellation);
        await change.SaveAsync(cancellation);

        (change.Entity.ReleasedAt, change.Entity.Correction) = (change.Now, null);
        var version = change.SetState(ReturnState.Released);
        change.Audit("return.release", new
        {
            figures = released.Length,
            progress,
            withdrawn = emptied.Length,
            filled.Correction,
            digest = await recording.DigestsAsync(cancellation),
        });
        await MessageWriter.ToReportersAsync(change.Context, MessageKind.Released, id, change.Now, cancellation);
        if (filled.Correction is { } reason)
        {
            long[] replaced = [.. released.Where(c => standing.ContainsKey(c.Address)).Select(c => standing[c.Address].Figure), .. emptied];
            await MessageWriter.ToUsersAsync(change.Context, id, replaced, reason, actor.Id, change.Now, cancellation);
        }

        await change.CommitAsync(cancellation);
        return ReturnOutcome.Done(version);
    }

    /// <summary>The figures that this return has given before and that are not withdrawn, the latest of each cell.</summary>
    private static async Task<Dictionary<CellAddress, (long Figure, decimal Value, DateTimeOffset KnownFrom)>> StandingAsync(ReturnChange change, CancellationToken cancellation)
    {
        var context = change.Context;
        var given = await context.FigureOrigins.Where(o => o.ReturnId == change.Return.Id)
            .Join(context.Figures, o => o.FigureId, f => f.Id, (o, f) => new
            {
                o.RowNumber,
                o.Field,
                f.Id,
                f.Value,
                f.KnownFrom,
                IsWithdrawn = context.Withdrawals.Any(w => w.FigureId == f.Id),
            })
            .ToListAsync(cancellation);
        return given.GroupBy(g => new CellAddress(g.RowNumber, g.Field), (cell, of) => (Cell: cell, Latest: of.MaxBy(g => g.Id)!))
            .Where(g => !g.Latest.IsWithdrawn)
            .ToDictionary(g => g.Cell, g => (g.Latest.Id, g.Latest.Value!.Value, g.Latest.KnownFrom));
    }

    private static bool IsStanding(SheetCell cell, Dictionary<CellAddress, (long Figure, decimal Value, DateTimeOffset KnownFrom)> standing) =>
        standing.TryGetValue(cell.Address, out var held) && held.Value == cell.Entry.Value && held.Value.Scale == cell.Entry.Value?.Scale;

    private static async Task AppendAsync(
        ReturnChange change, SheetCell[] cells, Dictionary<CellAddress, (long Figure, decimal Value, DateTimeOffset KnownFrom)> standing, CancellationToken cancellation)
    {
        if (cells.Length == 0)
        {
            return;
        }

        var store = new FigureStore(change.Context.Connection());
        var ids = await store.ReserveAsync(cells.Length, cancellation);
        await store.AppendAsync([.. cells.Select(c => DraftOf(c, change, standing.TryGetValue(c.Address, out var held) ? held.KnownFrom : null))], change.Now, null, cancellation, ids);
        change.Context.AddRange(cells.Zip(ids, (cell, figure) => new FigureOriginEntity
        {
            FigureId = figure,
            ReturnId = change.Return.Id,
            RowNumber = cell.Address.Row,
            Field = cell.Address.Field,
            EnteredBy = cell.Stored!.By.Id,
            ReleasedBy = change.Actor.Id,
            Explanation = cell.Entry.Explanation,
            Correction = standing.ContainsKey(cell.Address) ? change.Return.Correction : null,
        }));
    }

    /// <summary>The figure of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="change">The change.</param>
    /// <param name="heldFrom">
    /// When the one that it takes the place of was known from, if any: this one is known later, though the clock should have been set
    /// back since.
    /// </param>
    private static FigureDraft DraftOf(SheetCell cell, ReturnChange change, DateTimeOffset? heldFrom)
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
            Attributes = new()
            {
                Kind = ValueKind.Actual,
                Uom = figure.Uom,
                Stage = figure.Stage,
                VintageLabel = figure.VintageLabel,
                KnownFromBasis = KnownFromBasis.Recorded,
                Reliability = Reliability.Return,
            },
            KnownFrom = heldFrom >= change.Now ? heldFrom.Value.AddMicroseconds(1) : change.Now,
            SourceText = change.Return.SourceText,
            Value = figure.Value,
            Source = new(change.Return.SourceText, Address: null, Title: change.Return.SourceText, Origin: null),
            Note = NoteOf(cell.Entry),
        };
    }

    private static string? NoteOf(CellEntry entry)
    {
        var note = string.Join("；", new[] { entry.Explanation, entry.Source }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return note.Length == 0 ? null : note;
    }

    /// <summary>Appends the progress of the tasks that the return speaks of, and gives how many had something new.</summary>
    private static async Task<int> ProgressAsync(ReturnChange change, CancellationToken cancellation)
    {
        var filled = change.Return;
        var rows = filled.Form.Rows.Where(r => r.Task is not null).ToArray();
        if (rows.Length == 0)
        {
            return 0;
        }

        var told = (await change.Context.TaskProgress.Where(p => p.ReturnId == filled.Id)
            .Select(p => new { p.Id, p.TaskNumber, p.Percent, p.Text }).ToListAsync(cancellation))
            .GroupBy(p => p.TaskNumber).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Id)!);
        var added = 0;
        foreach (var row in rows)
        {
            if (filled.Cells.GetValueOrDefault(new(row.Number, CellField.Value)) is not { Entry.Value: { } percent } cell) continue;
            var (task, text) = (row.Task!.Value, NoteOf(cell.Entry));
            if (told.GetValueOrDefault(task) is { } last && last.Percent == percent && last.Text == text) continue;
            change.Context.Add(new TaskProgressEntity
            {
                TaskNumber = task,
                Quarter = filled.Quarter,
                Percent = percent,
                Text = text,
                ReturnId = filled.Id,
                EnteredBy = cell.By.Id,
                ReleasedBy = change.Actor.Id,
                RecordedAt = change.Now,
            });
            added++;
        }

        return added;
    }
}

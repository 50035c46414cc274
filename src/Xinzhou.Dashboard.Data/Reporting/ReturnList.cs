using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Lists returns, and reads one.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives the catalogue that forms speak of, and what is published.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnList(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, TimeProvider time)
{
    // Every open page asks for it, again and again.
    private static readonly Func<DashboardContext, int, IAsyncEnumerable<Stamp>> StampOf = EF.CompileAsyncQuery(
        (DashboardContext context, int id) => context.Returns.Where(r => r.Id == id)
            .Select(r => new Stamp(r.State, r.Version, r.Cells.Sum(c => c.Version))));

    /// <summary>The returns that are open or were, the newest quarter first; of one department, or of all.</summary>
    public async Task<IReadOnlyList<ReturnSummary>> AllAsync(string? department = null, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await ReturnSummaries.ListAsync(
            context.Returns.Where(r => department == null || r.DepartmentCode == department),
            which => which.OrderByDescending(r => r.Quarter).ThenBy(r => r.Calendar.Form.Order).ThenBy(r => r.ReportedBy.Department.Order),
            snapshots.Current, time.GetUtcNow(), cancellation);
    }

    /// <summary>A return with its cells; null if there is none of this number.</summary>
    public async Task<Return?> FindAsync(int id, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await ReturnReader.FindAsync(context, id, snapshots.Current.Catalogue, cancellation);
    }

    /// <summary>What tells one state of a return and its cells from the next: state|version|sum of the cells' versions; null if there is none.</summary>
    public async Task<string?> StampAsync(int id, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        await foreach (var stamp in StampOf(context, id).WithCancellation(cancellation))
        {
            return FormattableString.Invariant($"{Domain.Code.Of(stamp.State)}|{stamp.Version}|{stamp.Cells}");
        }

        return null;
    }

    /// <summary>Every change of a cell, the newest first.</summary>
    public async Task<IReadOnlyList<ReturnCell>> HistoryAsync(int id, CellAddress cell, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.ReturnCellChanges
            .Where(c => c.ReturnId == id && c.RowNumber == cell.Row && c.Field == cell.Field)
            .OrderByDescending(c => c.Version)
            .Select(c => new ReturnCell(cell, c.Entry, c.Version, new Person(c.ChangedBy, c.Author.DisplayName), c.ChangedAt, false))
            .ToListAsync(cancellation);
    }

    /// <summary>What stood in cells when they had a version; a version that never was is missing.</summary>
    public async Task<IReadOnlyDictionary<CellAddress, CellEntry>> AtAsync(
        int id, IReadOnlyCollection<(CellAddress Cell, int Version)> seen, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var (rows, wanted) = (seen.Select(s => s.Cell.Row).Distinct().ToArray(), seen.ToHashSet());
        await using var context = await contexts.ReadAsync(cancellation);
        var changes = await context.ReturnCellChanges
            .Where(c => c.ReturnId == id && rows.Contains(c.RowNumber))
            .OrderBy(c => c.Version)
            .Select(c => new { c.RowNumber, c.Field, c.Version, c.Entry })
            .ToListAsync(cancellation);
        var found = new Dictionary<CellAddress, CellEntry>();
        foreach (var change in changes)
        {
            var cell = new CellAddress(change.RowNumber, change.Field);
            if (wanted.Contains((cell, change.Version))) found[cell] = change.Entry;
        }

        return found;
    }

    private sealed record Stamp(ReturnState State, int Version, int Cells);
}

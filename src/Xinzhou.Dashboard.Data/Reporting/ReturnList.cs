using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Data.Reporting.Batches;
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

    /// <summary>The returns that are open or were, the newest quarter first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<ReturnSummary>> ListAsync(ReturnFilter filter, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = await contexts.ReadAsync(cancellation);
        return await SummariesAsync(filter.Of(context.Returns), InOrder, cancellation);
    }

    /// <summary>What lists of returns can be narrowed to; of one department, or of all.</summary>
    public async Task<ReturnChoices> ChoicesAsync(string? department = null, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var returns = new ReturnFilter { Department = department }.Of(context.Returns);
        var quarters = await returns.Select(r => r.Quarter).Distinct().OrderByDescending(q => q).ToListAsync(cancellation);
        var forms = await context.Forms.Where(f => returns.Any(r => r.FormCode == f.Code)).OrderBy(f => f.Order)
            .Select(f => new { f.Code, f.Name, f.NameEn }).ToListAsync(cancellation);
        var departments = await context.Departments.Where(d => returns.Any(r => r.DepartmentCode == d.Code)).OrderBy(d => d.Order).ToListAsync(cancellation);
        return new(quarters, forms.ConvertAll(f => (f.Code, f.Name, f.NameEn)), departments);
    }

    /// <summary>The latest return of a department that was submitted or is overdue; null if there is none.</summary>
    public async Task<ReturnSummary?> LatestJudgedAsync(string department, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.ReadAsync(cancellation);
        var judged = new ReturnFilter { Department = department }.Of(context.Returns).Where(r => r.SubmittedAt != null || r.Calendar.Dates.DueAt <= now);
        return await InOrder(judged).Select(r => (int?)r.Id).FirstOrDefaultAsync(cancellation) is { } latest
            ? (await SummariesAsync(context.Returns.Where(r => r.Id == latest), InOrder, cancellation)).SingleOrDefault()
            : null;
    }

    /// <summary>The numbers of returns that something is entered in and not released, the newest quarter first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<int>> UnreleasedAsync(int count, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await InOrder(context.Returns.Where(r => r.State != ReturnState.Open && r.State != ReturnState.Released))
            .Take(count).Select(r => r.Id).ToListAsync(cancellation);
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

    /// <summary>What every list says of returns.</summary>
    internal Task<IReadOnlyList<ReturnSummary>> SummariesAsync(
        IQueryable<ReturnEntity> which, Func<IQueryable<ReturnEntity>, IQueryable<ReturnEntity>> inOrder, CancellationToken cancellation) =>
        ReturnSummaries.ListAsync(which, inOrder, snapshots.Current, time.GetUtcNow(), cancellation);

    /// <summary>The newest quarter first, then by the orders of forms and departments.</summary>
    private static IQueryable<ReturnEntity> InOrder(IQueryable<ReturnEntity> returns) =>
        returns.OrderByDescending(r => r.Quarter).ThenBy(r => r.Calendar.Form.Order).ThenBy(r => r.ReportedBy.Department.Order);

    private sealed record Stamp(ReturnState State, int Version, int Cells);
}

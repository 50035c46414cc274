using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>A return as one person sees it at one moment.</summary>
public sealed record EntryView
{
    public required ReturnSheet Sheet { get; init; }

    public required Actor Actor { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What the return was judged against.</summary>
    public required Snapshot Snapshot { get; init; }

    /// <summary>Cells whose sent values were not stored, in this answer.</summary>
    public IReadOnlyDictionary<CellAddress, CellIssue> Issues { get; init; } = new Dictionary<CellAddress, CellIssue>();

    public Return Return => Sheet.Return;

    /// <summary>True when the person is the reporter of the return.</summary>
    public bool IsReporter => ReturnRights.Enter(Actor, Return.Department.Code) is null;

    /// <summary>True when the person can enter now.</summary>
    public bool TakesEntries => IsReporter && Now >= Return.Dates.OpensAt && Return.TakesEntriesAt(Now);

    /// <summary>Grows with every change of any cell: tells a page whether it has missed one.</summary>
    public int Stamp => Return.Cells.Values.Sum(c => c.Version);

    /// <summary>True for a form of key tasks alone, which has the columns of tasks.</summary>
    public bool IsOfTasks => Sheet.Rows.Count > 0 && Sheet.Rows.All(r => r.Row.Task is not null);

    /// <summary>How many cells are left to do, by why, the most urgent first.</summary>
    public IEnumerable<(EntryState State, int Count)> Left =>
        from state in EntryStates.ToDo
        select (state, Sheet.Rows.Where(r => r.IsAsked).SelectMany(r => r.Cells).Count(c => StateOf(c) == state));

    /// <summary>当季（推算）; null where the value that it would follow from is wrong.</summary>
    public decimal? SingleQuarter(SheetRow row) => IsFaulty(row) ? null : row.SingleQuarter;

    /// <summary>完成年目标; null where the value that it would follow from is wrong.</summary>
    public decimal? OfTarget(SheetRow row) => IsFaulty(row) ? null : row.OfTarget;

    /// <summary>自动算; null where a row that it would follow from is wrong.</summary>
    public decimal? Computed(SheetRow row) => HasFaultyParts(row) ? null : row.Computed;

    /// <summary>较上期 of a task, in percentage points; null where one of both is unknown or wrong.</summary>
    public decimal? OnQuarter(SheetRow row) => IsFaulty(row) ? null : row.Cell(CellField.Value)?.Entry.Value - row.ProgressBefore;

    /// <summary>True for a value that is no number, or breaks a rule that blocks: nothing is derived from it.</summary>
    public bool IsFaulty(SheetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Cell(CellField.Value) is { } cell && StateOf(cell) == EntryState.Error;
    }

    /// <summary>True for a row that is computed from one that is wrong.</summary>
    public bool HasFaultyParts(SheetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new[] { row.Row.PartRow, row.Row.TotalRow }.Any(n => n is { } number && Sheet.Row(number) is { } part && IsFaulty(part));
    }

    /// <summary>The state of a cell, with what has just been sent for it.</summary>
    public EntryState StateOf(SheetCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Issues.TryGetValue(cell.Address, out var issue) ? issue.State : EntryStates.Of(cell.State);
    }

    /// <summary>The cell that speaks for a row: the most urgent one; null for a row that is not asked for.</summary>
    public SheetCell? Speaker(SheetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Cells.OrderBy(c => Issues.ContainsKey(c.Address) ? 0 : 1).ThenBy(c => c.State).FirstOrDefault();
    }

    /// <summary>The state of a row.</summary>
    public EntryState StateOf(SheetRow row) => Speaker(row) is { } cell ? StateOf(cell) : EntryStates.Of(row.State);
}

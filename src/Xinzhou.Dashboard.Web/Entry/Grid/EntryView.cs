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

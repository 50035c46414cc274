namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Counts the rows that are left out while a snapshot is read.</summary>
/// <param name="held">Those left out before.</param>
internal sealed class LeftOutRows(IEnumerable<LeftOut> held)
{
    private readonly SortedDictionary<string, LeftOut> _byTable = new(held.ToDictionary(l => l.Table), StringComparer.Ordinal);

    /// <summary>One entry a table.</summary>
    public IReadOnlyList<LeftOut> All => [.. _byTable.Values];

    public void Add(string table, string reason, int rows = 1) =>
        _byTable[table] = _byTable.TryGetValue(table, out var earlier) ? earlier with { Rows = earlier.Rows + rows } : new(table, rows, reason);
}

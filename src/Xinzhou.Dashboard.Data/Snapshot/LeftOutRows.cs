namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Counts the rows that are left out while a snapshot is read.</summary>
/// <param name="held">Those left out before.</param>
internal sealed class LeftOutRows(IEnumerable<LeftOut> held)
{
    private readonly SortedDictionary<string, LeftOut> _byTable = new(held.ToDictionary(l => l.Table), StringComparer.Ordinal);

    /// <summary>One entry a table.</summary>
    public IReadOnlyList<LeftOut> All => [.. _byTable.Values];

    /// <summary>Tables that are read anew as a whole are counted anew.</summary>
    public void Forget(params ReadOnlySpan<string> tables)
    {
        foreach (var table in tables) _byTable.Remove(table);
    }

    public void Add(string table, string reason, int rows = 1) =>
        _byTable[table] = _byTable.TryGetValue(table, out var earlier) ? earlier with { Rows = earlier.Rows + rows } : new(table, rows, reason);
}

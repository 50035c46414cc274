using Npgsql;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>
/// Holds the tables of figures and withdrawals against the digests in the audit log: what was added, doubled, altered or
/// removed behind the program is found, though the chain of events is whole.
/// </summary>
internal static class FigureProof
{
    /// <summary>Reads all rows and compares, on a connection in a transaction, as that sees them.</summary>
    public static async Task<FigureVerdict> VerifyAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var (opened, digests) = await DigestsAsync(connection, cancellation);
        var (counts, uncovered, since, bad) = (new Dictionary<DigestedTable, long>(), 0L, 0L, (FigureFinding?)null);
        foreach (var table in DigestedTable.All)
        {
            var told = digests[table];
            // With one digest in the log every row needs one: the first start took up what had been there.
            var isCovered = digests.Values.Any(d => d.Count > 0);
            var (rows, outside, finding) = await CompareAsync(connection, table, told, isCovered, cancellation);
            counts[table] = rows;
            uncovered += outside;
            since += told.Where(t => t.Event == opened).Sum(t => t.Digest?.Count ?? 0);
            bad ??= finding;
        }

        return new(counts[DigestedTable.Figures], counts[DigestedTable.Withdrawals], uncovered, opened, since, bad);
    }

    /// <summary>What the events tell of, and which of them took up what was there before.</summary>
    private static async Task<(long? Opened, Dictionary<DigestedTable, List<Told>> Digests)> DigestsAsync(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        var (opened, digests) = ((long?)null, DigestedTable.All.ToDictionary(t => t, _ => new List<Told>()));
        await using var command = new NpgsqlCommand(
            $"""
            SELECT id, action, details -> '{RecordedDigests.Detail}' ->> 'figures', details -> '{RecordedDigests.Detail}' ->> 'withdrawals'
            FROM audit_events WHERE jsonb_typeof(details -> '{RecordedDigests.Detail}') = 'object' ORDER BY id
            """, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var id = row.GetInt64(0);
            if (row.GetString(1) == FigureOpening.Action) opened ??= id;
            if (!row.IsDBNull(2)) digests[DigestedTable.Figures].Add(new(id, RowsDigest.Parse(row.GetString(2))));
            if (!row.IsDBNull(3)) digests[DigestedTable.Withdrawals].Add(new(id, RowsDigest.Parse(row.GetString(3))));
        }

        return (opened, digests);
    }

    private static async Task<(long Rows, long Uncovered, FigureFinding? Bad)> CompareAsync(
        NpgsqlConnection connection, DigestedTable table, List<Told> told, bool isCovered, CancellationToken cancellation)
    {
        if (told.FirstOrDefault(t => t.Digest is null) is { } unread) return (0, 0, new(table.Name, FigureFault.Unreadable, 0, 0, unread.Event));
        (long Event, RowsDigest Digest)[] ranges = [.. told.Select(t => (t.Event, t.Digest!)).OrderBy(t => t.Item2.First)];
        var (rows, uncovered, next, bad) = (0L, 0L, 0, (FigureFinding?)null);
        for (var i = 1; i < ranges.Length && bad is null; i++)
        {
            if (ranges[i].Digest.First <= ranges[i - 1].Digest.Last)
                bad = new(table.Name, FigureFault.Unreadable, ranges[i].Digest.First, ranges[i].Digest.Last, ranges[i].Event);
        }

        using var sum = new RowsSum();
        await foreach (var (id, row) in table.RowsAsync(connection, long.MinValue, cancellation))
        {
            rows++;
            while (next < ranges.Length && ranges[next].Digest.Last < id) Close(ranges[next++]);
            if (next < ranges.Length && ranges[next].Digest.First <= id) sum.Add(id, row);
            else if (isCovered) bad ??= new(table.Name, FigureFault.Added, id, id, null);
            else uncovered++;
        }

        while (next < ranges.Length) Close(ranges[next++]);
        return (rows, uncovered, bad);

        void Close((long Event, RowsDigest Digest) range)
        {
            var (written, found) = (range.Digest, sum.Take());
            if (found != written) bad ??= new(table.Name, Compare(found?.Count ?? 0, written.Count), written.First, written.Last, range.Event);
        }
    }

    private static FigureFault Compare(long found, long written) =>
        found > written ? FigureFault.Added : found < written ? FigureFault.Removed : FigureFault.Altered;

    /// <summary>What one event tells of one table; the digest is null where it is not understood.</summary>
    private sealed record Told(long Event, RowsDigest? Digest);
}

using System.Globalization;
using Npgsql;
using Xinzhou.Dashboard.Data.Model.Audit;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>
/// Seals over the audit log by SM3. One is over the seal before, the numbers of its first and last event, and what these and those
/// between say, the hash of each included: each of the two chains answers for the other.
/// </summary>
internal static class AuditSeals
{
    /// <summary>The event that tells of a seal.</summary>
    public const string Action = "audit.seal";

    private static readonly byte[] Beginning = Sm3.Of([]);

    /// <summary>Seals the events since the last seal, in the transaction of a connection; it is not stored yet.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="head">Where the log ends, as it was verified: what came since is left for the next.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Null when there is nothing to seal.</returns>
    public static async Task<AuditSealEntity?> NextAsync(NpgsqlConnection connection, AuditHead head, DateTimeOffset at, CancellationToken cancellation)
    {
        var before = await SealsAsync(connection, cancellation) is [.., var last] ? last : new(0, 0, [], Beginning);
        var first = before.Last + 1;
        if (head.Event < first) return null;
        var events = new Sm3();
        await using (var command = new NpgsqlCommand(await EventText.QueryAsync(connection, "id BETWEEN $1 AND $2", cancellation), connection))
        {
            command.Parameters.AddWithValue(first);
            command.Parameters.AddWithValue(head.Event);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            while (await row.ReadAsync(cancellation)) Add(events, row);
        }

        return new() { First = first, Last = head.Event, At = at, PreviousSeal = before.Hash, Seal = Over(before.Hash, first, head.Event, events.Take()) };
    }

    /// <summary>Makes every seal again and compares, on a connection in a transaction, as that sees the log.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="noted">A seal that was noted elsewhere, with the number of its last event; null if there is none.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Null where nothing was ever sealed, and no seal is asked for.</returns>
    public static async Task<SealVerdict?> VerifyAsync(NpgsqlConnection connection, AuditHead? noted, CancellationToken cancellation)
    {
        var (seals, told) = (await SealsAsync(connection, cancellation), await ToldAsync(connection, cancellation));
        if (seals.Count == 0 && told.Count == 0 && noted is null) return null;
        var (covered, bad) = await CompareAsync(connection, seals, cancellation);
        bad ??= Missing(seals, told);
        if (noted is not null && !seals.Any(s => s.Last == noted.Event && Hex(s.Hash) == noted.Hash)) bad ??= new(SealFault.NotAsNoted, 1, noted.Event);
        return new(seals.Count, covered, seals is [.., var last] ? new(last.Last, Hex(last.Hash)) : null, bad);
    }

    private static async Task<(long Covered, SealFinding? Bad)> CompareAsync(NpgsqlConnection connection, List<Kept> seals, CancellationToken cancellation)
    {
        if (seals.Count == 0) return (0, null);
        var (covered, next, before, bad) = (0L, 0, new Kept(0, 0, [], Beginning), (SealFinding?)null);
        var events = new Sm3();
        await using var command = new NpgsqlCommand(await EventText.QueryAsync(connection, "id <= $1", cancellation), connection);
        command.Parameters.AddWithValue(seals[^1].Last);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var id = row.GetInt64(EventText.Id);
            while (seals[next].Last < id) Close(seals[next++]);
            if (id < seals[next].First) continue;
            Add(events, row);
            covered++;
        }

        while (next < seals.Count) Close(seals[next++]);
        return (covered, bad);

        void Close(Kept seal)
        {
            var made = Over(seal.Previous, seal.First, seal.Last, events.Take());
            if (seal.First != before.Last + 1 || !seal.Previous.AsSpan().SequenceEqual(before.Hash)) bad ??= new(SealFault.Unchained, seal.First, seal.Last);
            else if (!seal.Hash.AsSpan().SequenceEqual(made)) bad ??= new(SealFault.Altered, seal.First, seal.Last);
            before = seal;
        }
    }

    private static SealFinding? Missing(List<Kept> seals, List<Told> told)
    {
        var (kept, known) = (seals.Select(s => new Told(s.First, s.Last, Hex(s.Hash))).ToHashSet(), told.Select(t => t.Last).ToHashSet());
        if (told.FirstOrDefault(t => !kept.Contains(t)) is { } removed) return new(SealFault.Removed, removed.First, removed.Last);
        return seals.FirstOrDefault(s => !known.Contains(s.Last)) is { } added ? new(SealFault.Added, added.First, added.Last) : null;
    }

    private static void Add(Sm3 events, NpgsqlDataReader row)
    {
        foreach (var field in EventText.FieldsOf(row)) events.Add(field);
        events.Add(EventText.Field(Hex(EventText.HashOf(row))));
    }

    private static byte[] Over(byte[] previous, long first, long last, byte[] events) =>
        Sm3.Of([
            .. previous,
            .. EventText.Field(first.ToString(CultureInfo.InvariantCulture)), .. EventText.Field(last.ToString(CultureInfo.InvariantCulture)),
            .. events]);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static async Task<List<Kept>> SealsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT first, last, previous_seal, seal FROM audit_seals ORDER BY last", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var seals = new List<Kept>();
        while (await row.ReadAsync(cancellation)) seals.Add(new(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3)));
        return seals;
    }

    private static async Task<List<Told>> ToldAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT coalesce((details ->> 'from')::bigint, 0), coalesce((details ->> 'to')::bigint, 0), coalesce(details ->> 'sm3', '')
            FROM audit_events WHERE action = '{Action}' ORDER BY id
            """, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var told = new List<Told>();
        while (await row.ReadAsync(cancellation)) told.Add(new(row.GetInt64(0), row.GetInt64(1), row.GetString(2)));
        return told;
    }

    /// <summary>A seal as it is stored.</summary>
    private sealed record Kept(long First, long Last, byte[] Previous, byte[] Hash);

    /// <summary>A seal as the log tells of it.</summary>
    private sealed record Told(long First, long Last, string Hash);
}

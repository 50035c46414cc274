using System.Data;
using System.Security.Cryptography;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>
/// Verifies that no event of the audit log was changed, removed or moved. The hashes are computed here and not by the
/// database: whoever could change its events could change its functions too.
/// </summary>
public static class AuditChain
{
    private static readonly byte[] Beginning = SHA256.HashData([]);

    /// <summary>Recomputes every hash in order, and looks whether the log ends where it should.</summary>
    /// <param name="application">A data source that connects as the application.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>
    /// How many events there are, and the number of the first that does not follow from the one before, or is missing at the
    /// end; null when all is as it was written.
    /// </returns>
    public static async Task<(long Events, long? FirstBad)> VerifyAsync(NpgsqlDataSource application, CancellationToken cancellation = default)
    {
        var (events, firstBad, _) = await VerifyAsync(application, null, cancellation);
        return (events, firstBad);
    }

    /// <summary>The same, and whether the log still holds what it held when a head was noted.</summary>
    /// <param name="application">A data source that connects as the application.</param>
    /// <param name="noted">Where the log stood once, kept elsewhere; null if there is nothing.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Also the head that the log has now.</returns>
    public static async Task<(long Events, long? FirstBad, AuditHead Head)> VerifyAsync(
        NpgsqlDataSource application, AuditHead? noted, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        // Events and head as they were at one moment: the application goes on writing.
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await VerifyAsync(connection, noted, cancellation);
    }

    /// <summary>The same on a connection in a transaction, as that sees the log.</summary>
    internal static async Task<(long Events, long? FirstBad, AuditHead Head)> VerifyAsync(
        NpgsqlConnection connection, AuditHead? noted, CancellationToken cancellation)
    {
        var (events, last, hash, firstBad) = (0L, 0L, Beginning, (long?)null);
        var isNoted = noted is null or { Event: 0 };
        await using (var command = new NpgsqlCommand(await EventText.QueryAsync(connection, "true", cancellation), connection))
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
            {
                var id = row.GetInt64(EventText.Id);
                var kept = EventText.HashOf(row);
                var follows = !row.IsDBNull(EventText.PreviousHash) && row.GetFieldValue<byte[]>(EventText.PreviousHash).AsSpan().SequenceEqual(hash) && kept.AsSpan().SequenceEqual(HashOf(row, hash));
                firstBad ??= follows ? null : id;
                if (noted?.Event == id)
                {
                    isNoted = true;
                    firstBad ??= Convert.ToHexStringLower(kept) == noted.Hash ? null : id;
                }

                (events, last, hash) = (events + 1, id, kept);
            }
        }

        firstBad ??= isNoted ? null : Math.Min(last + 1, noted!.Event);
        firstBad ??= await EndsAsync(connection, last, hash, cancellation) ? null : last + 1;
        return (events, firstBad, new(last, Convert.ToHexStringLower(hash)));
    }

    /// <summary>SHA-256 over the hash of the event before and what the event says.</summary>
    private static byte[] HashOf(NpgsqlDataReader row, byte[] previous)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(previous);
        foreach (var field in EventText.FieldsOf(row)) sha.AppendData(field);
        return sha.GetHashAndReset();
    }

    private static async Task<bool> EndsAsync(NpgsqlConnection connection, long last, byte[] hash, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT event, hash FROM audit_head", connection);
        await using var head = await command.ExecuteReaderAsync(cancellation);
        return await head.ReadAsync(cancellation) && head.GetInt64(0) == last && head.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(hash);
    }
}

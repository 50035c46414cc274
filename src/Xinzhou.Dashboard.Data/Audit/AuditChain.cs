using Npgsql;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Verifies that no event of the audit log was changed, removed from its middle or moved.</summary>
public static class AuditChain
{
    /// <summary>Recomputes every hash in order.</summary>
    /// <returns>How many events there are, and the number of the first that does not follow from the one before; null when all do.</returns>
    public static async Task<(long Events, long? FirstBad)> VerifyAsync(NpgsqlDataSource application, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var command = application.CreateCommand(
            """
            WITH chain AS (
                SELECT e.id,
                    e.previous_hash = coalesce(lag(e.hash) OVER (ORDER BY e.id), sha256(''::bytea))
                        AND e.hash = audit_hash(e.previous_hash, e) AS follows
                FROM audit_events e)
            SELECT count(*), min(id) FILTER (WHERE NOT follows) FROM chain
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1));
    }
}

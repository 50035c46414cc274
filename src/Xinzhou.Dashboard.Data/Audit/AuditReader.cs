using System.Runtime.CompilerServices;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Reads the audit log.</summary>
/// <param name="application">A data source that connects as the application.</param>
public sealed class AuditReader(NpgsqlDataSource application)
{
    /// <summary>The events asked for, the newest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="most">The most that are read.</param>
    /// <param name="cancellation">Cancels.</param>
    public async IAsyncEnumerable<AuditEvent> ReadAsync(AuditQuery query, int most, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var command = Command(query, "id, at, actor, action, subject, details::text, encode(hash, 'hex'), address, session, os_user", " ORDER BY id DESC LIMIT $7");
        command.Parameters.AddWithValue(most);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return new(
                reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6))
            {
                Address = reader.IsDBNull(7) ? null : reader.GetString(7),
                Session = reader.IsDBNull(8) ? null : reader.GetGuid(8),
                OsUser = reader.IsDBNull(9) ? null : reader.GetString(9),
            };
        }
    }

    /// <summary>How many there are; the number that pages begin with plays no part.</summary>
    public async Task<long> CountAsync(AuditQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var command = Command(query with { Before = null }, "count(*)", "");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Everybody and every action that the log names.</summary>
    public async Task<(IReadOnlyList<string> Actors, IReadOnlyList<string> Actions)> NamesAsync(CancellationToken cancellation = default)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        return (await NamesAsync(connection, "actor", cancellation), await NamesAsync(connection, "action", cancellation));
    }

    // From one name to the next over the index: the log is long, the names are few.
    private static async Task<List<string>> NamesAsync(NpgsqlConnection connection, string column, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            WITH RECURSIVE names AS (
                (SELECT {column} AS name FROM audit_events ORDER BY {column} LIMIT 1)
                UNION ALL
                SELECT (SELECT {column} FROM audit_events WHERE {column} > n.name ORDER BY {column} LIMIT 1) FROM names n WHERE n.name IS NOT NULL)
            SELECT name FROM names WHERE name IS NOT NULL
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation)) names.Add(reader.GetString(0));
        return names;
    }

    private NpgsqlCommand Command(AuditQuery query, string columns, string end)
    {
        var command = application.CreateCommand(
            $"""
            SELECT {columns} FROM audit_events
            WHERE ($1::timestamptz IS NULL OR at >= $1) AND ($2::timestamptz IS NULL OR at < $2) AND ($3::text IS NULL OR actor = $3)
                AND ($4::text IS NULL OR action = $4 OR (right($4, 1) = '.' AND starts_with(action, $4)))
                AND ($5::text IS NULL OR strpos(lower(subject), lower($5)) > 0 OR strpos(lower(details::text), lower($5)) > 0
                    OR address = $5 OR session::text = lower($5) OR os_user = $5)
                AND ($6::bigint IS NULL OR id < $6){end}
            """);
        Add(query.From?.UtcDateTime, NpgsqlTypes.NpgsqlDbType.TimestampTz);
        Add(query.Until?.UtcDateTime, NpgsqlTypes.NpgsqlDbType.TimestampTz);
        Add(query.Actor, NpgsqlTypes.NpgsqlDbType.Text);
        Add(query.Action, NpgsqlTypes.NpgsqlDbType.Text);
        Add(query.Subject, NpgsqlTypes.NpgsqlDbType.Text);
        Add(query.Before, NpgsqlTypes.NpgsqlDbType.Bigint);
        return command;

        void Add(object? value, NpgsqlTypes.NpgsqlDbType type) => command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }
}

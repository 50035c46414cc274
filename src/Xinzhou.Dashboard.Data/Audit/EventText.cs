using System.Globalization;
using System.Text;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>What an event says, in the bytes that are hashed.</summary>
internal static class EventText
{
    /// <summary>The column of the number.</summary>
    public const int Id = 0;

    /// <summary>The column of the hash of the event before.</summary>
    public const int PreviousHash = 6;

    private const int Hash = 7;

    /// <summary>The events by number, with the columns that this class reads.</summary>
    /// <param name="connection">A connection to the database.</param>
    /// <param name="range">Of which events, as a condition.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<string> QueryAsync(NpgsqlConnection connection, string range, CancellationToken cancellation)
    {
        var origin = await HasOriginsAsync(connection, cancellation)
            ? "'address=' || address, 'session=' || session::text, 'os_user=' || os_user"
            : "NULL::text, NULL::text, NULL::text";
        return $"""
            SELECT id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, action, subject, details::text, previous_hash, hash,
                {origin}
            FROM audit_events WHERE {range} ORDER BY id
            """;
    }

    /// <summary>The hash that the event has; empty without one.</summary>
    public static byte[] HashOf(NpgsqlDataReader row) => row.IsDBNull(Hash) ? [] : row.GetFieldValue<byte[]>(Hash);

    /// <summary>
    /// The event's own fields, each preceded by its length in bytes. Where it came from is written with the names of its fields,
    /// and only as far as it is known: events that had no such fields hash as they did.
    /// </summary>
    public static IEnumerable<byte[]> FieldsOf(NpgsqlDataReader row)
    {
        yield return Field(row.GetInt64(Id).ToString(CultureInfo.InvariantCulture));
        foreach (var field in (int[])[1, 2, 3, 4, 5, 8, 9, 10])
        {
            if (!row.IsDBNull(field)) yield return Field(row.GetString(field));
        }
    }

    /// <summary>A field: its length in bytes, a colon, its text.</summary>
    public static byte[] Field(string text) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text)}:{text}"));

    /// <summary>False in a database that a new version has not changed yet: a backup looks at the log there.</summary>
    private static async Task<bool> HasOriginsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'audit_events'::regclass AND attname = 'os_user' AND NOT attisdropped)", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

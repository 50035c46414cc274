using Npgsql;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Short forms for reading rows.</summary>
internal static class Reading
{
    public static async Task<List<T>> ListAsync<T>(
        this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>Reads rows; one that is not understood is left out and counted.</summary>
    public static async Task<List<T>> ListAsync<T>(
        this NpgsqlConnection connection,
        string sql,
        Func<NpgsqlDataReader, T> row,
        string table,
        LeftOutRows leftOut,
        CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            try
            {
                rows.Add(row(reader));
            }
            catch (FormatException unknown)
            {
                leftOut.Add(table, unknown.Message);
            }
        }

        return rows;
    }

    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static T Code<T>(this NpgsqlDataReader row, int column) where T : struct, Enum =>
        Domain.Code.Parse<T>(row.GetString(column));

    public static T? CodeOrNull<T>(this NpgsqlDataReader row, int column) where T : struct, Enum =>
        row.IsDBNull(column) ? null : row.Code<T>(column);

    /// <summary>An instant as PostgreSQL keeps it, in UTC.</summary>
    public static DateTimeOffset Instant(this NpgsqlDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);
}

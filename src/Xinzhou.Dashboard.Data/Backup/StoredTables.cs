using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>
/// The tables and sequences of a database, as its catalogue lists them: a table that a later migration makes is backed up
/// without anybody thinking of it.
/// </summary>
/// <param name="connection">A connection of the owner.</param>
internal sealed class StoredTables(NpgsqlConnection connection)
{
    private const int BufferLength = 1 << 16;

    /// <summary>The connection.</summary>
    public NpgsqlConnection Connection => connection;

    /// <summary>The tables, by name.</summary>
    public Task<IReadOnlyList<StoredTable>> AllAsync(CancellationToken cancellation) => RowsAsync(
        """
        SELECT c.relname::text, c.oid::regclass::text,
            array(SELECT quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attname COLLATE "C"),
            (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname COLLATE "C") FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
            coalesce(
                (SELECT string_agg('t.' || quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END, ', ' ORDER BY k.n)
                    FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, n)
                    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                    WHERE i.indrelid = c.oid AND i.indisprimary),
                't::text COLLATE "C"')
        FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        ORDER BY c.relname COLLATE "C"
        """,
        row => new StoredTable(row.GetString(0), row.GetString(1), row.GetFieldValue<string[]>(2), row.GetString(3), row.GetString(4)),
        cancellation);

    /// <summary>The sequences with the number that each gives next, by name.</summary>
    public async Task<IReadOnlyList<BackupSequence>> SequencesAsync(CancellationToken cancellation)
    {
        var named = await RowsAsync(
            """
            SELECT c.relname::text, c.oid::regclass::text, s.seqincrement
            FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace
            ORDER BY c.relname COLLATE "C"
            """,
            row => (Name: row.GetString(0), Quoted: row.GetString(1), Step: row.GetInt64(2)),
            cancellation);
        var sequences = new List<BackupSequence>(named.Count);
        foreach (var (name, quoted, step) in named)
        {
            var next = await ScalarAsync<long>(
                string.Create(CultureInfo.InvariantCulture, $"SELECT CASE WHEN is_called THEN last_value + {step} ELSE last_value END FROM {quoted}"), cancellation);
            sequences.Add(new(name, next));
        }

        return sequences;
    }

    /// <summary>The migrations that made the tables, in order.</summary>
    public Task<IReadOnlyList<string>> MigrationsAsync(CancellationToken cancellation) =>
        RowsAsync("""SELECT name FROM schema_migrations ORDER BY name COLLATE "C" """, row => row.GetString(0), cancellation);

    /// <summary>A table with the number and the digest of its rows as they are now.</summary>
    public async Task<BackupTable> DescribeAsync(StoredTable table, CancellationToken cancellation)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferLength];
        await using (var rows = await connection.BeginRawBinaryCopyAsync(table.CopyOut, cancellation))
        {
            int read;
            while ((read = await rows.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation)) > 0) sha.AppendData(buffer, 0, read);
        }

        return new(table.Name, table.Columns, await CountAsync(table, cancellation), Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    /// <summary>How many rows a table has.</summary>
    public Task<long> CountAsync(StoredTable table, CancellationToken cancellation) =>
        ScalarAsync<long>($"SELECT count(*) FROM {table.Quoted}", cancellation);

    /// <summary>Runs a statement.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Asks for one value.</summary>
    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Asks for rows.</summary>
    public async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        return rows;
    }
}

using System.Reflection;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Migrations;

/// <summary>
/// Brings a database to the newest schema: the numbered SQL files beside this class, each once, all in one transaction
/// under an advisory lock, so that several instances may start at once.
/// </summary>
public static class Migrator
{
    /// <summary>What is locked by whoever changes the schema, as SQL says it.</summary>
    internal const string Lock = "hashtext('xinzhou-dashboard migrations')";

    /// <summary>The table that knows which migrations a database has.</summary>
    internal const string Table = "schema_migrations";

    private const string Prefix = "Xinzhou.Dashboard.Data.Migrations.";

    // A dump does not hold the privileges of the database itself: restored, it has those of a new one again.
    private const string WithoutTemporaryTables =
        """
        DO $$ BEGIN
            IF has_database_privilege('xzd_app', current_database(), 'TEMPORARY') THEN
                EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC, xzd_app', current_database());
            END IF;
        END $$
        """;

    /// <summary>The names of all migrations of this version, in order.</summary>
    internal static IReadOnlyList<string> Known { get; } = [.. Names()];

    /// <summary>Applies what is missing.</summary>
    /// <param name="owner">A data source that connects as the owner of the database.</param>
    /// <param name="cancellation">Cancels between statements; nothing is then applied.</param>
    /// <returns>The names of the migrations applied, in order; empty when there was nothing to do.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource owner, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        await using var connection = await owner.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var turn = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({Lock})", connection))
        {
            await turn.ExecuteNonQueryAsync(cancellation);
        }

        var applied = await ApplyAsync(connection, Known, cancellation);
        await transaction.CommitAsync(cancellation);
        return applied;
    }

    /// <summary>Applies what is missing of some migrations, in the transaction of a connection whose owner has the lock.</summary>
    /// <param name="connection">A connection of the owner of the database, in a transaction.</param>
    /// <param name="wanted">The names of migrations of this version, in order.</param>
    /// <param name="cancellation">Cancels between statements.</param>
    /// <returns>The names of those applied, in order.</returns>
    internal static async Task<IReadOnlyList<string>> ApplyAsync(
        NpgsqlConnection connection, IEnumerable<string> wanted, CancellationToken cancellation)
    {
        await RunAsync("CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())");

        var applied = new HashSet<string>();
        await using (var command = new NpgsqlCommand("SELECT name FROM schema_migrations", connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                applied.Add(reader.GetString(0));
            }
        }

        var missing = wanted.Where(n => !applied.Contains(n)).ToArray();
        foreach (var name in missing)
        {
            await RunAsync(Read(name));
            await using var insert = new NpgsqlCommand("INSERT INTO schema_migrations (name) VALUES ($1)", connection);
            insert.Parameters.AddWithValue(name);
            await insert.ExecuteNonQueryAsync(cancellation);
        }

        await RunAsync(WithoutTemporaryTables);
        return missing;

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static IEnumerable<string> Names() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^".sql".Length])
            .Order(StringComparer.Ordinal);

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

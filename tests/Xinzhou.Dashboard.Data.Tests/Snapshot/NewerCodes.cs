using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Snapshot;

/// <summary>Codes that a newer version has and this one does not.</summary>
internal static class NewerCodes
{
    /// <summary>Writes one into a column that holds codes.</summary>
    public static async Task WriteAsync(PostgresDatabase database, string table, string column, string where)
    {
        await AllowAsync(database, table, column);
        await using var update = database.Owner.CreateCommand(
            $"""
            ALTER TABLE {table} DISABLE TRIGGER USER;
            UPDATE {table} SET {column} = 'novel' WHERE {where};
            ALTER TABLE {table} ENABLE TRIGGER USER;
            """);
        await update.ExecuteNonQueryAsync();
    }

    /// <summary>What the migration of a newer version would do.</summary>
    public static async Task AllowAsync(PostgresDatabase database, string table, string column)
    {
        await using var names = database.Owner.CreateCommand(
            $"SELECT conname FROM pg_constraint WHERE conrelid = '{table}'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) ~ '\\m{column}\\M'");
        var constraints = new List<string>();
        await using (var reader = await names.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                constraints.Add(reader.GetString(0));
            }
        }

        foreach (var constraint in constraints)
        {
            await using var drop = database.Owner.CreateCommand($"ALTER TABLE {table} DROP CONSTRAINT {constraint}");
            await drop.ExecuteNonQueryAsync();
        }
    }
}

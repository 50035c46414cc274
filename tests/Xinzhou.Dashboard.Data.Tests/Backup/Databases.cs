using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Backup;

/// <summary>Questions to a database of a test.</summary>
internal static class Databases
{
    /// <summary>Triggers, keys, rights and functions: what protects the rows.</summary>
    public static Task<string> GuardsAsync(this PostgresDatabase database) => database.AskAsync(
        """
        SELECT string_agg(line, E'\n' ORDER BY line COLLATE "C") FROM (
            SELECT concat_ws(' ', 'trigger', tgrelid::regclass, tgenabled, pg_get_triggerdef(t.oid)) AS line
                FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace
            UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL SELECT concat_ws(' ', 'index', indexdef) FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT concat_ws(' ', 'rights', oid::regclass, relowner::regrole, relacl) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
            UNION ALL SELECT concat_ws(' ', 'column', attrelid::regclass, attname, attacl, format_type(atttypid, atttypmod), attnotnull, attidentity)
                FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
            UNION ALL SELECT concat_ws(' ', 'function', oid::regprocedure, proacl, proconfig, md5(prosrc)) FROM pg_proc WHERE pronamespace = 'public'::regnamespace) AS guards
        """);

    public static async Task<string> AskAsync(this PostgresDatabase database, string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString() ?? "";
    }

    public static async Task RunAsync(this PostgresDatabase database, string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

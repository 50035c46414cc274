using Npgsql;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>
/// The triggers and foreign keys of the tables, which would refuse rows that come all at once and were judged long ago. Within
/// a transaction they are lifted and put back as they were; a foreign key is checked as it comes back.
/// </summary>
/// <param name="connection">A connection of the owner, in a transaction.</param>
internal sealed class TableGuards(NpgsqlConnection connection)
{
    /// <summary>Removes all tables, sequences and functions of ours, with what was made of them. (Sorted, they are all named before the first goes.)</summary>
    public const string DropAll =
        """
        DO $$
        DECLARE dropped text;
        BEGIN
            FOR dropped IN SELECT format('DROP %s IF EXISTS %s CASCADE', CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass)
                FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'S')
                    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
                ORDER BY c.relkind DESC
            LOOP
                EXECUTE dropped;
            END LOOP;
            FOR dropped IN SELECT format('DROP FUNCTION IF EXISTS %s CASCADE', p.oid::regprocedure)
                FROM pg_proc p
                WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
                    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
                ORDER BY p.oid
            LOOP
                EXECUTE dropped;
            END LOOP;
        END $$
        """;

    private readonly StoredTables _stored = new(connection);
    private IReadOnlyList<string> _back = [];

    /// <summary>Lifts them.</summary>
    public async Task LiftAsync(CancellationToken cancellation)
    {
        var keys = await _stored.RowsAsync(
            """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint
            WHERE contype = 'f' AND connamespace = 'public'::regnamespace
            ORDER BY conrelid::regclass::text, conname
            """,
            Pair,
            cancellation);
        var triggers = await _stored.RowsAsync(
            """
            SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname),
                format('ALTER TABLE %s ENABLE %sTRIGGER %I', t.tgrelid::regclass, CASE t.tgenabled WHEN 'A' THEN 'ALWAYS ' WHEN 'R' THEN 'REPLICA ' ELSE '' END, t.tgname)
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace
            ORDER BY t.tgrelid::regclass::text, t.tgname
            """,
            Pair,
            cancellation);
        await RunAsync([.. keys.Select(k => k.Away), .. triggers.Select(t => t.Away)], cancellation);
        _back = [.. keys.Select(k => k.Back), .. triggers.Select(t => t.Back)];
    }

    /// <summary>Puts them back.</summary>
    /// <exception cref="PostgresException">The rows break a foreign key.</exception>
    public Task PutBackAsync(CancellationToken cancellation) => RunAsync(["SET CONSTRAINTS ALL IMMEDIATE", .. _back], cancellation);

    private static (string Away, string Back) Pair(NpgsqlDataReader row) => (row.GetString(0), row.GetString(1));

    private async Task RunAsync(IReadOnlyList<string> statements, CancellationToken cancellation)
    {
        foreach (var statement in statements) await _stored.ExecuteAsync(statement, cancellation);
    }
}

namespace Xinzhou.Dashboard.Testing;

/// <summary>A fresh database without any table, for the tests of the migrations.</summary>
public sealed class EmptyPostgresDatabase : PostgresDatabase
{
    protected override PostgresTemplate Template => PostgresTemplate.Empty;
}

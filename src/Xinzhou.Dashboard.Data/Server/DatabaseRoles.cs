namespace Xinzhou.Dashboard.Data.Server;

/// <summary>The two PostgreSQL roles of the product and the database they share.</summary>
public static class DatabaseRoles
{
    /// <summary>Name of the database that the private server holds.</summary>
    public const string Database = "xinzhou_dashboard";

    /// <summary>Owns the database and everything in it; migrations run as this role. It may create databases (restore, tests).</summary>
    public const string Owner = "xzd_owner";

    /// <summary>The role of the running application. It may do what migrations grant to it, and no more.</summary>
    public const string Application = "xzd_app";
}

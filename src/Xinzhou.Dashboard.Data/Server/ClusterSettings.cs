using System.Globalization;

namespace Xinzhou.Dashboard.Data.Server;

/// <summary>What the private PostgreSQL is told: how it sorts, who may connect, what exists from the first start.</summary>
internal static class ClusterSettings
{
    /// <summary>Run once by the superuser, one statement a line, before the server first listens.</summary>
    public const string FirstStatements =
        $"""
        CREATE ROLE {DatabaseRoles.Owner} LOGIN CREATEDB;
        CREATE ROLE {DatabaseRoles.Application} LOGIN;
        CREATE DATABASE {DatabaseRoles.Database} OWNER {DatabaseRoles.Owner};
        REVOKE ALL ON DATABASE {DatabaseRoles.Database} FROM PUBLIC;
        GRANT CONNECT ON DATABASE {DatabaseRoles.Database} TO {DatabaseRoles.Application};

        """;

    private const string Marker = "include_if_exists = 'dashboard.conf'";

    /// <summary>
    /// Arguments of initdb, best first: sorted as Chinese is, and where the programs were built without ICU by code
    /// points, which costs nothing but the order in ad hoc queries: the application sorts by itself.
    /// </summary>
    public static IEnumerable<string[]> Locales(int majorVersion)
    {
        yield return ["--locale-provider=icu", "--icu-locale=zh-Hans-CN", "--locale=C.UTF-8"];
        yield return ["--locale-provider=icu", "--icu-locale=zh-Hans-CN", "--locale=C"];
        if (majorVersion >= 17) yield return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
        yield return ["--locale=C"];
    }

    /// <summary>Writes the settings of this installation; durability stays as PostgreSQL has it, on.</summary>
    public static void Write(string cluster, string socketFolder)
    {
        var main = Path.Combine(cluster, "postgresql.conf");
        if (!File.ReadAllText(main).Contains(Marker, StringComparison.Ordinal)) File.AppendAllText(main, $"\n{Marker}\n");

        WriteIfOther(Path.Combine(cluster, "dashboard.conf"), string.Create(CultureInfo.InvariantCulture,
            $"""
            # Written by the dashboard at every start; settings of your own go into postgresql.auto.conf.
            listen_addresses = ''
            port = 5432
            unix_socket_directories = '{socketFolder}'
            unix_socket_permissions = 0700
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] %u '
            lc_messages = 'C'

            """));
        WriteIfOther(Path.Combine(cluster, "pg_hba.conf"),
            """
            # Written by the dashboard at every start: nobody but the OS user of pg_ident.conf, over the Unix socket.
            local all all peer map=dashboard

            """);
        WriteIfOther(Path.Combine(cluster, "pg_ident.conf"),
            $"""
            # Written by the dashboard at every start: OS user of the application, role.
            dashboard "{Environment.UserName}" {DatabaseRoles.Owner}
            dashboard "{Environment.UserName}" {DatabaseRoles.Application}

            """);
    }

    private static void WriteIfOther(string path, string text)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != text) File.WriteAllText(path, text);
    }
}

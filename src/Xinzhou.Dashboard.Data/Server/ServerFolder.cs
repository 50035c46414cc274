using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Server;

/// <summary>Where the private PostgreSQL keeps its things below the data folder.</summary>
internal sealed class ServerFolder
{
    // sockaddr_un holds 108 bytes with the closing zero; the server puts "/.s.PGSQL.5432" behind the folder.
    private const int LongestSocketPath = 107;
    private const string SocketName = ".s.PGSQL.5432";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Npgsql reads a comma and a colon in a host as separators, PostgreSQL a comma and quotes in its folder list.
    private static readonly SearchValues<char> Separators = SearchValues.Create(",:;='\"");

    // These would break out of the command line that pg_ctl gives to a shell.
    private static readonly SearchValues<char> Unspeakable = SearchValues.Create("\"$`\\\n");

    /// <param name="dataDirectory">The product's data folder.</param>
    /// <exception cref="DatabaseUnavailableException">Its path cannot be given to pg_ctl.</exception>
    public ServerFolder(string dataDirectory)
    {
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataDirectory));
        if (Root.AsSpan().ContainsAny(Unspeakable))
            throw new DatabaseUnavailableException(
                DatabaseFailure.FolderNotUsable,
                $"The path of the data folder must not contain quotation marks, $, ` or \\: {Root}");
        Home = Path.Combine(Root, "postgresql");
        var socket = Path.Combine(Home, "run");
        SocketFolder = FitsASocket(socket) ? socket : $"/tmp/xzd-{ServerAccount.OurId()}-{Hash(Root)}";
    }

    /// <summary>The data folder of the product.</summary>
    public string Root { get; }

    /// <summary>Everything of the server; belongs to the OS user that runs it.</summary>
    public string Home { get; }

    /// <summary>Mode 0700, holds the Unix socket. Under /tmp when the path below <see cref="Home"/> would be too long.</summary>
    public string SocketFolder { get; }

    public bool IsSocketFolderOutside => !SocketFolder.StartsWith(Home, StringComparison.Ordinal);

    public string SocketFile => Path.Combine(SocketFolder, SocketName);

    /// <summary>Held shared by every process that uses the server.</summary>
    public string UsersLock => Path.Combine(Home, "users.lock");

    /// <summary>Held alone around initdb, start and stop.</summary>
    public string ServerLock => Path.Combine(Home, "server.lock");

    public string LogFile => Path.Combine(Home, "server.log");

    /// <summary>How a role connects: one process leaves room for a second one and for commands among the 97 that PostgreSQL has.</summary>
    public string ConnectionString(string role) => new NpgsqlConnectionStringBuilder
    {
        MaxPoolSize = 40,
        Host = SocketFolder,
        Port = 5432,
        Database = DatabaseRoles.Database,
        Username = role,
        ApplicationName = "xinzhou-dashboard",
    }.ConnectionString;

    /// <summary>The cluster of a major version; the folder exists only when it is complete.</summary>
    public string Cluster(int majorVersion) => Path.Combine(Home, majorVersion.ToString(CultureInfo.InvariantCulture));

    /// <summary>Makes the folders that are missing; that of the socket is made when the server starts.</summary>
    /// <returns>The user that they belong to and that the server runs as.</returns>
    /// <exception cref="DatabaseUnavailableException">There is a file in the place of the data folder.</exception>
    public ServerAccount Create()
    {
        if (File.Exists(Root))
            throw new DatabaseUnavailableException(
                DatabaseFailure.FolderNotUsable, $"The data folder {Root} is not a folder but a file: choose another with --data.");
        if (!Directory.Exists(Root))
        {
            Directory.CreateDirectory(Root);
            // Root's server runs as another user, who has to pass through.
            if (Environment.IsPrivilegedProcess) File.SetUnixFileMode(Root, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            else File.SetUnixFileMode(Root, OwnerOnly);
        }

        var account = ServerAccount.Choose(Home);
        account.CreateFolder(Home);
        return account;
    }

    /// <summary>The newest cluster that is there, or null before the first start.</summary>
    public int? ExistingMajorVersion()
    {
        if (!Directory.Exists(Home)) return null;
        return Directory.EnumerateDirectories(Home)
            .Where(folder => File.Exists(Path.Combine(folder, "PG_VERSION")))
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : (int?)null)
            .Max();
    }

    private static bool FitsASocket(string folder) =>
        Encoding.UTF8.GetByteCount(folder) + 1 + SocketName.Length <= LongestSocketPath
        && !folder.AsSpan().ContainsAny(Separators);

    private static string Hash(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
}

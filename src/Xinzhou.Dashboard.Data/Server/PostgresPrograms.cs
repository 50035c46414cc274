using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Data.Server;

/// <summary>A folder with the programs of one PostgreSQL: initdb, pg_ctl and postgres.</summary>
/// <param name="Folder">Absolute path of the folder.</param>
/// <param name="MajorVersion">15 or newer.</param>
internal sealed partial record PostgresPrograms(string Folder, int MajorVersion)
{
    /// <summary>The oldest major version that the product runs on.</summary>
    public const int OldestSupported = 15;

    public string InitDb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>The first folder of the search that fits.</summary>
    /// <param name="search">Where to look.</param>
    /// <param name="majorVersion">The version that wrote the data, or null before the first start: any supported one.</param>
    /// <exception cref="DatabaseUnavailableException">There is none; the message says how to install it.</exception>
    public static PostgresPrograms Find(PostgresSearch search, int? majorVersion)
    {
        foreach (var folder in search.Folders())
        {
            if (!IsComplete(folder)) continue;
            var version = VersionIn(folder);
            if (majorVersion is null ? version >= OldestSupported : version == majorVersion) return new(folder, version);
        }

        throw new DatabaseUnavailableException(DatabaseFailure.NoBinaries, Advice(majorVersion));
    }

    private static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "initdb"))
        && File.Exists(Path.Combine(folder, "pg_ctl"))
        && File.Exists(Path.Combine(folder, "postgres"));

    private static int VersionIn(string folder)
    {
        try
        {
            var start = new ProcessStartInfo(Path.Combine(folder, "postgres"), ["--version"]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return VersionNumber().Match(output) is { Success: true } match
                ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)
                : 0;
        }
        catch (Win32Exception)
        {
            return 0; // not a program for this machine
        }
    }

    private static string Advice(int? majorVersion) => majorVersion is { } version
        ? $"The data were written by PostgreSQL {version}, which is not on this machine: install it with “apt-get install postgresql-{version}”, or set XZD_PG_BIN to the folder of its programs."
        : $"No PostgreSQL {OldestSupported} or newer is on this machine: install it with “apt-get install postgresql” as root, or with “npm ci --prefix eng” without, or set XZD_PG_BIN to the folder of its programs.";

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )\d+")]
    private static partial Regex VersionNumber();
}

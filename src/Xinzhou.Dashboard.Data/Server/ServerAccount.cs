using System.ComponentModel;
using System.Diagnostics;

namespace Xinzhou.Dashboard.Data.Server;

/// <summary>The OS user that the server runs as: ours, or another one when we are root, which PostgreSQL refuses.</summary>
internal sealed class ServerAccount
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Null to stay who we are.
    private readonly string? _switchTo;

    // The children keep one capability of root's, to read what lies below a folder that only root may enter.
    private readonly bool _entersEveryFolder;

    private ServerAccount(string? switchTo, bool entersEveryFolder = false)
    {
        _switchTo = switchTo;
        _entersEveryFolder = entersEveryFolder;
    }

    /// <summary>We are root; the server's user is the one who owns its folder, else postgres, else nobody.</summary>
    public static ServerAccount Choose(string home)
    {
        if (!Environment.IsPrivilegedProcess) return new(switchTo: null);
        if (Directory.Exists(home) && Read("stat", "-c", "%U", home) is var owner and not "root") return new(owner);
        return new(Succeeds(Quiet("id", "postgres")) ? "postgres" : "nobody");
    }

    /// <summary>The number of the user that we are.</summary>
    public static string OurId() => Read("id", "-u");

    /// <summary>
    /// This account if it can enter all the paths. Else, where root may grant it, the same account with the capability
    /// DAC_READ_SEARCH: data and programs may lie below a home of mode 0700 or a folder of mktemp. Else null.
    /// </summary>
    public ServerAccount? AbleToEnter(params string[] paths)
    {
        if (_switchTo is null || CanEnter(paths)) return this;
        var abler = new ServerAccount(_switchTo, entersEveryFolder: true);
        return abler.CanEnter(paths) ? abler : null;
    }

    /// <summary>How to start a program as this user, with nothing of the caller's PostgreSQL settings in its environment.</summary>
    public ProcessStartInfo StartInfo(string program, params string[] arguments)
    {
        string[] command = _entersEveryFolder
            ?
            [
                "setpriv", $"--reuid={_switchTo}", $"--regid={Read("id", "-g", _switchTo!)}", "--init-groups",
                "--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search",
                "--bounding-set=-all,+dac_read_search", program, .. arguments,
            ]
            : [program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (_switchTo is not null && !_entersEveryFolder) start.UserName = _switchTo;
        foreach (var name in start.Environment.Keys.Where(IsOfPostgres).ToArray()) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>Makes a folder of mode 0700 that belongs to this user, or makes sure that it does.</summary>
    /// <exception cref="PrivatePostgresException">It is there and belongs to somebody else.</exception>
    public void CreateFolder(string path)
    {
        if (!Directory.Exists(path)) Directory.CreateDirectory(path, OwnerOnly);
        var owner = Read("stat", "-c", "%u", path);
        var expected = _switchTo is null ? OurId() : Read("id", "-u", _switchTo);
        if (owner == expected) return;
        if (_switchTo is null || owner != "0")
            throw new PrivatePostgresException(
                PrivatePostgresFailure.FolderNotUsable,
                $"The folder {path} belongs to another OS user (number {owner}): choose another data folder with --data, or run as that user.");
        Read("chown", $"{_switchTo}:", path);
    }

    private bool CanEnter(string[] paths)
    {
        try
        {
            return paths.All(path => Succeeds(StartInfo("test", "-x", path)));
        }
        catch (Win32Exception)
        {
            return false; // no setpriv here
        }
    }

    private static bool IsOfPostgres(string variable) => variable.StartsWith("PG", StringComparison.Ordinal);

    private static bool Succeeds(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string Read(string program, params string[] arguments)
    {
        using var process = Process.Start(Quiet(program, arguments))!;
        var output = process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new PrivatePostgresException(PrivatePostgresFailure.FolderNotUsable, $"{program} failed: {errors.Trim()}");
        return output.Trim();
    }

    private static ProcessStartInfo Quiet(string program, params string[] arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
}

using System.ComponentModel;
using System.Diagnostics;

namespace Xinzhou.Dashboard.Data.Server;

/// <summary>The OS user that the server runs as: ours, or another one when we are root, which PostgreSQL refuses.</summary>
internal sealed class ServerAccount
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Null to stay who we are.
    private readonly string? _switchTo;

    // One of root's capabilities that the children keep, to pass through folders that only root may enter; or null.
    private readonly string? _keep;

    private ServerAccount(string? switchTo, string? keep = null)
    {
        _switchTo = switchTo;
        _keep = keep;
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
    /// This account if it can enter all the paths. Else, where root may grant it, the same account with a capability that
    /// lets it: data and programs may lie below a home of mode 0700 or a folder of mktemp. Else null.
    /// </summary>
    public ServerAccount? AbleToEnter(params string[] paths)
    {
        if (_switchTo is null || CanEnter(paths)) return this;
        // The second grants more than is needed, but containers often have taken the first from root.
        ServerAccount[] abler = [new(_switchTo, keep: "dac_read_search"), new(_switchTo, keep: "dac_override")];
        return Array.Find(abler, account => account.CanEnter(paths));
    }

    /// <summary>How to start a program as this user, with nothing of the caller's PostgreSQL settings in its environment.</summary>
    public ProcessStartInfo StartInfo(string program, params string[] arguments)
    {
        string[] command = _keep is null
            ? [program, .. arguments]
            :
            [
                "setpriv", $"--reuid={_switchTo}", $"--regid={Read("id", "-g", _switchTo!)}", "--init-groups",
                $"--inh-caps=-all,+{_keep}", $"--ambient-caps=-all,+{_keep}", $"--bounding-set=-all,+{_keep}",
                // Else access(2), with which pg_ctl looks for postgres, would not count the capability.
                "--securebits=+no_setuid_fixup",
                program, .. arguments,
            ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (_switchTo is not null && _keep is null) start.UserName = _switchTo;
        foreach (var name in start.Environment.Keys.Where(IsOfPostgres).ToArray()) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>Makes a folder of mode 0700 that belongs to this user, or makes sure that it does.</summary>
    /// <exception cref="DatabaseUnavailableException">It is there and belongs to somebody else.</exception>
    public void CreateFolder(string path)
    {
        if (!Directory.Exists(path)) Directory.CreateDirectory(path, OwnerOnly);
        var owner = Read("stat", "-c", "%u", path);
        var expected = _switchTo is null ? OurId() : Read("id", "-u", _switchTo);
        if (owner == expected) return;
        if (_switchTo is null || owner != "0")
            throw new DatabaseUnavailableException(
                DatabaseFailure.FolderNotUsable,
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
            throw new DatabaseUnavailableException(DatabaseFailure.FolderNotUsable, $"{program} failed: {errors.Trim()}");
        return output.Trim();
    }

    private static ProcessStartInfo Quiet(string program, params string[] arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
}

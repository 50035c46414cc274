namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>Where an installation keeps its data.</summary>
public static class DataFolder
{
    private const string Name = "xinzhou-dashboard";

    /// <summary>
    /// The folder that is meant: the one asked for, else <c>XZD_DATA</c>, else for root /var/lib/xinzhou-dashboard and for
    /// others xinzhou-dashboard in <c>XDG_DATA_HOME</c> or ~/.local/share. An absolute path.
    /// </summary>
    /// <param name="asked">From the command line, or null.</param>
    public static string Choose(string? asked)
    {
        var named = FirstNamed(asked, Environment.GetEnvironmentVariable("XZD_DATA"));
        if (named is not null) return Path.GetFullPath(named);
        if (Environment.IsPrivilegedProcess) return Path.Combine("/var/lib", Name);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.Combine(
            FirstNamed(Environment.GetEnvironmentVariable("XDG_DATA_HOME")) ?? Path.Combine(home, ".local/share"),
            Name);
    }

    private static string? FirstNamed(params string?[] paths) => Array.Find(paths, path => !string.IsNullOrWhiteSpace(path));
}

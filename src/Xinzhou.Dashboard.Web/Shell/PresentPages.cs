namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// The pages on which people work: they show what stands now, whatever moment an address asks about, and do not say otherwise. All
/// others can be asked as of a past moment.
/// </summary>
public static class PresentPages
{
    private static readonly string[] Roots =
        ["/account", "/admin", "/audit", "/desk", "/messages", "/plan", "/privacy", "/returns", "/review", "/reviews", "/setup", "/supervision", "/todo"];

    private static readonly string[] Exceptions = ["/supervision/circular", "/supervision/sheet"];

    /// <summary>Whether a page is one of them.</summary>
    /// <param name="path">Its path below the base of the site.</param>
    public static bool Have(string path) => Roots.Any(r => IsAt(path, r)) && !Exceptions.Any(e => IsAt(path, e));

    private static bool IsAt(string path, string root) =>
        path.StartsWith(root, StringComparison.OrdinalIgnoreCase) && (path.Length == root.Length || path[root.Length] == '/');
}

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Where somebody's work waits for him: there he is after sign-in, unless he was on his way to another page. The queue of leaders and
/// supervisors begins with what is red.
/// </summary>
internal static class Duties
{
    private const string Overview = "/";

    /// <summary>The page of the duties of a role, below the base of the site; the overview for somebody who only reads.</summary>
    public static string PageOf(Role role) => role switch
    {
        Role.Reporter => "/todo",
        Role.Reviewer => "/review",
        Role.Leader => "/desk",
        Role.Supervisor => "/desk",
        Role.Admin => "/admin",
        Role.Security => "/admin/users",
        Role.Auditor => "/audit",
        _ => Overview,
    };

    /// <summary>Where to go after sign-in.</summary>
    /// <param name="wanted">The page that he was on his way to; the bare overview, where everybody begins, is none.</param>
    /// <param name="role">What he may do.</param>
    /// <param name="pathBase">The path of the site itself, without a slash at the end.</param>
    public static string AfterSignIn(string? wanted, Role role, PathString pathBase)
    {
        var local = LocalAddress.Or(wanted, "");
        var (path, query) = local.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (local[..at], local[at..]) : (local, "");
        var isOverview = path.Length == 0 || path == pathBase + Overview;
        return isOverview && (query.Length == 0 || query == $"?{Address.LanguageName}={Languages.English}") ? pathBase + PageOf(role) + query : local;
    }
}

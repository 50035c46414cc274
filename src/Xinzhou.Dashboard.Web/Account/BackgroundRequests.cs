using Xinzhou.Dashboard.Web.Shell.Live;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// What a page asks for by itself is no activity of its reader, and prolongs no session: a page that is left open is left. The scripts
/// of such requests say so; the connection of a page comes and goes by itself.
/// </summary>
internal static class BackgroundRequests
{
    /// <summary>The header that such a request carries (live.js, entry.js).</summary>
    public const string Header = "X-Background";

    /// <summary>Whether a request is one.</summary>
    public static bool IsBackground(this HttpRequest request) =>
        request.Headers.ContainsKey(Header) || request.IsPageConnection();
}

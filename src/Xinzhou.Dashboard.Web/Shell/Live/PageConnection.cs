namespace Xinzhou.Dashboard.Web.Shell.Live;

/// <summary>What an open page holds for as long as it is looked at: a reading page its stream, a work page its circuit.</summary>
public static class PageConnection
{
    private static readonly PathString[] Paths = ["/_blazor", LiveEndpoint.Path];

    /// <summary>Whether a request opens one, or belongs to one.</summary>
    public static bool IsPageConnection(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Paths.Any(path => request.Path.StartsWithSegments(path));
    }
}

using System.Text;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Shell.Live;

/// <summary>What an open page is told; <c>js/live.js</c> understands it.</summary>
public static class LiveWords
{
    /// <summary>What tells one build of the application from the next: a page of another one is loaded whole.</summary>
    public static string Version { get; } = typeof(LiveWords).Module.ModuleVersionId.ToString("N");

    /// <summary>Nothing is new; the stream is there, and no proxy has to take it for dead.</summary>
    public static byte[] Still { get; } = [];

    /// <summary>What tells one snapshot from the next.</summary>
    public static string StampOf(Snapshot snapshot, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.LastChange(now).UtcTicks.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>At first: how things stand, and for whom; <c>-</c> for somebody unknown.</summary>
    public static string Now(string stamp, CurrentUser? reader) => $"now {stamp} {Version} {Name(reader)}";

    /// <summary>Something was committed.</summary>
    public static byte[] New(string stamp) => Encoding.ASCII.GetBytes($"new {stamp}");

    /// <summary>The session of the page's reader has ended.</summary>
    public static byte[] End(CurrentUser? reader) => Encoding.ASCII.GetBytes($"end {Name(reader)}");

    private static string Name(CurrentUser? reader) => reader?.Id.ToString() ?? "-";
}

namespace Xinzhou.Dashboard.Web.Leadership.Desk;

/// <summary>When somebody looked at his desk: what changed is told since the visit before this one.</summary>
/// <param name="Before">The visit before; null where none is known.</param>
/// <param name="Last">When he looked last.</param>
public sealed record DeskVisit(DateTimeOffset? Before, DateTimeOffset Last)
{
    /// <summary>Looks that are not further apart are one visit.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromHours(1);

    /// <summary>The visits after he looked again.</summary>
    public DeskVisit At(DateTimeOffset now) => now - Last > Together ? new(Last, now) : this with { Last = now };
}

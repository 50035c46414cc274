namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>A clock that is set: what the demonstration does happens on the days it speaks of.</summary>
internal sealed class DemonstrationClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}

namespace Xinzhou.Dashboard.Testing;

/// <summary>A clock that stands still.</summary>
/// <param name="now">What it shows.</param>
public sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}

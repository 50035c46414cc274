namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>Days that do not count (暂停计时).</summary>
/// <param name="From">The first of them.</param>
/// <param name="To">The last of them; not before the first.</param>
public readonly record struct Pause(DateOnly From, DateOnly To);

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>
/// One thing said of the plan. It is never changed: what holds at a moment is what the statements known then say, the later
/// known over the earlier. A field that is null leaves what was said before; an empty one takes it away.
/// </summary>
public abstract record PlanStatement
{
    public required PlanOrigin Origin { get; init; }

    /// <summary>
    /// What it speaks of, as a text that no other thing of the plan has: <c>task 3</c>, <c>item 3/2</c>,
    /// <c>progress 3/2 2026-Q3</c>. All statements of one subject are its versions.
    /// </summary>
    public abstract string Subject { get; }
}

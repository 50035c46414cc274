namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>
/// One thing said of the plan. It is never changed: what holds at a moment is what the statements known then say, the later
/// known over the earlier. A field that is null leaves what was said before; an empty one takes it away.
/// </summary>
public abstract record PlanStatement
{
    public required PlanOrigin Origin { get; init; }
}

using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>Something that a person says of the plan.</summary>
/// <param name="Said">What; its origin is <see cref="PlanOrigin.NotRecorded"/>.</param>
/// <param name="Seen">The number of the last that was said of the subject when he saw it; null if nothing was.</param>
public sealed record PlanEdit(PlanStatement Said, long? Seen);

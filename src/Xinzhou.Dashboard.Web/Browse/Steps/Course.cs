using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>一层砖: one dimension with its tasks, as one course of the step drawing.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Tasks">Its key tasks, in the order of their numbers.</param>
public sealed record Course(Dimension Dimension, IReadOnlyList<KeyTask> Tasks)
{
    /// <summary>The courses of a plan, from the top, in the official order.</summary>
    public static IReadOnlyList<Course> Of(CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Dimensions.Select(d => Of(plan, d))];
    }

    /// <summary>The course of one dimension.</summary>
    public static Course Of(CityPlan plan, Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(dimension, [.. plan.TasksOf(dimension).OrderBy(t => t.Number)]);
    }
}

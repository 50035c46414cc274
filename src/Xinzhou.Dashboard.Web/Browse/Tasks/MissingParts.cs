using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;

namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>What of a task is missing.</summary>
public static class MissingParts
{
    /// <summary>The parts in the order in which they are needed. The plan has no place for some yet: those are always missing.</summary>
    public static IEnumerable<MissingPart> Of(KeyTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (task.TitleStatus != Status.Official || task.NumberStatus != Status.Official)
        {
            yield return MissingPart.Title;
        }

        if (task.Aspect is null)
        {
            yield return MissingPart.Aspect;
        }

        yield return MissingPart.LeadUnit;
        if (Light.Of(task).Reason == LightReason.NoTarget)
        {
            yield return MissingPart.Target;
        }

        if (task.WorkItems.Count == 0)
        {
            yield return MissingPart.WorkItems;
        }

        yield return MissingPart.Evidence;
    }
}

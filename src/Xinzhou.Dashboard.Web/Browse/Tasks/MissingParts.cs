using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>What of a task is missing.</summary>
public static class MissingParts
{
    /// <summary>The same as a page shows it: evidence is there once a unit has sent some with one of its work items.</summary>
    public static IEnumerable<MissingPart> Of(KeyTask task, PageView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Of(task, view.Lights).Where(p => p != MissingPart.Evidence
            || !task.WorkItems.Any(i => view.Snapshot.CheckIns.Of(task.Number, i.Number, view.AsOf.Moment).Any(c => c.Evidence.Count > 0)));
    }

    /// <summary>The parts in the order in which they are needed, as the plan has them: it has no place for evidence.</summary>
    /// <param name="task">The task.</param>
    /// <param name="lights">The lights of the moment, with the targets.</param>
    public static IEnumerable<MissingPart> Of(KeyTask task, LightBoard lights)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(lights);
        if (task.TitleStatus != Status.Official || task.NumberStatus != Status.Official)
        {
            yield return MissingPart.Title;
        }

        if (task.Aspect is null)
        {
            yield return MissingPart.Aspect;
        }

        if (task.Lead is null || task.Person is null)
        {
            yield return MissingPart.LeadUnit;
        }

        if (!lights.TargetsOf(task.Number).Any())
        {
            yield return MissingPart.Target;
        }

        if (task.WorkItems.All(i => i.IsWithdrawn))
        {
            yield return MissingPart.WorkItems;
        }

        yield return MissingPart.Evidence;
    }
}

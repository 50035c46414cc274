using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>The lights that a unit answers for: of the work items that it leads and the targets that it owns. A task has its light from these.</summary>
internal static class LightCounting
{
    public static IEnumerable<CountedRow> Of(ConductFacts facts) =>
        All(facts).Where(l => l.Colour == LightColour.Red).Select(l => new CountedRow(ConductMeasure.RedLights, new()
        {
            Kind = ConductKind.Light,
            Department = l.Unit,
            Subject = l.Subject.ToString(),
            Name = l.Name,
        }));

    /// <summary>The unit of each light and its colour.</summary>
    public static IEnumerable<(string Unit, LightColour Colour, LightSubject Subject, string Name)> All(ConductFacts facts)
    {
        foreach (var task in facts.Plan.Tasks)
        {
            foreach (var item in task.WorkItems)
            {
                if (CheckInDuties.LeadOf(task, item) is { } lead && facts.Lights.Item(task.Number, item.Number) is { } light)
                {
                    yield return (lead, light.Colour, light.Subject, item.Text);
                }
            }
        }

        foreach (var target in facts.Lights.Targets)
        {
            // What a year that is over was to reach is not held against anybody for ever.
            if (target.Commitment?.Owner is { } owner && !(target.Year < facts.Lights.Day.Year))
            {
                yield return (owner, target.Light.Colour, target.Light.Subject, target.Figure.Series.Indicator.Name);
            }
        }
    }
}

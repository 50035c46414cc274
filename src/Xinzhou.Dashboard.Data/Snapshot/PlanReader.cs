using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the plan.</summary>
internal static class PlanReader
{
    public static async Task<CityPlan> ReadAsync(DashboardContext context, CancellationToken cancellation)
    {
        var initiatives = (await context.Initiatives.AsNoTracking().OrderBy(i => i.Order)
            .Select(i => new { Dimension = EF.Property<string>(i, PlanConfiguration.DimensionCode), Initiative = i })
            .ToListAsync(cancellation)).ToLookup(i => i.Dimension, i => i.Initiative);
        var workItems = (await context.WorkItems.AsNoTracking().OrderBy(w => w.Order)
            .Select(w => new WorkItem { Task = w.TaskNumber, Number = w.Order, Text = w.Text })
            .ToListAsync(cancellation)).ToLookup(w => w.Task);
        var notes = (await context.PlanNotes.AsNoTracking().OrderBy(n => n.Order).ToListAsync(cancellation)).ToLookup(n => n.Kind, n => n.Text);
        return new()
        {
            Source = await context.PlanSource.AsNoTracking().SingleOrDefaultAsync(cancellation),
            Dimensions =
            [
                .. (await context.Dimensions.AsNoTracking().OrderBy(d => d.Order).ToListAsync(cancellation))
                    .Select(d => d with { Initiatives = [.. initiatives[d.Code]] }),
            ],
            Aspects = await context.Aspects.AsNoTracking().OrderBy(a => a.Order).ToListAsync(cancellation),
            Tasks =
            [
                .. (await context.KeyTasks.AsNoTracking().OrderBy(t => t.Number).ToListAsync(cancellation))
                    .Select(t => t with { WorkItems = [.. workItems[t.Number]] }),
            ],
            Milestones = await context.Milestones.AsNoTracking().OrderBy(m => m.Year).ToListAsync(cancellation),
            Programmes = await context.Programmes.AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancellation),
            Accountability = await context.AccountabilityMechanisms.AsNoTracking().OrderBy(m => m.Order).ToListAsync(cancellation),
            Departments = await context.Departments.AsNoTracking().OrderBy(d => d.Order).ThenBy(d => d.Code).ToListAsync(cancellation),
            NotStated = [.. notes[PlanNoteKind.NotStated]],
            Ambiguities = [.. notes[PlanNoteKind.Ambiguity]],
        };
    }
}

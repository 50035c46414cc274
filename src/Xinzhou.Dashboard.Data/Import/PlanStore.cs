using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// Adds what a file says of the plan to what is held: entries that are missing, and details that are not known yet. What is
/// held is never replaced, for it may be the official wording by now; a file that adds nothing writes nothing.
/// </summary>
/// <param name="context">In the caller's transaction.</param>
internal sealed class PlanStore(DashboardContext context)
{
    private int _added;

    /// <summary>Adds to the plan, in the caller's transaction.</summary>
    /// <returns>The number of entries added or completed.</returns>
    /// <exception cref="DbUpdateException">The file contradicts itself or what is held.</exception>
    public async Task<int> AddAsync(CityPlan plan, CancellationToken cancellation)
    {
        var held = await PlanReader.ReadAsync(context, cancellation);
        if (held.Source is null && plan.Source is { } source) Add(source);
        AddDimensions(plan.Dimensions, held);
        foreach (var aspect in plan.Aspects.Where(a => held.Aspects.All(k => k.Code != a.Code))) Add(aspect);
        AddTasks(plan.Tasks.Where(t => held.Task(t.Number) is null));
        AddMilestones(plan.Milestones, held);
        foreach (var programme in plan.Programmes.Where(p => held.Programmes.All(k => k.Code != p.Code))) Add(programme);
        foreach (var mechanism in plan.Accountability.Where(a => held.Accountability.All(k => k.Code != a.Code))) Add(mechanism);
        AddNotes(PlanNoteKind.NotStated, plan.NotStated, held.NotStated);
        AddNotes(PlanNoteKind.Ambiguity, plan.Ambiguities, held.Ambiguities);
        await context.SaveChangesAsync(cancellation);
        // Entries are values: another file of the same change puts new ones in their place.
        context.ChangeTracker.Clear();
        return _added;
    }

    /// <summary>The number of entries that a plan has.</summary>
    public static int CountOf(CityPlan plan) =>
        (plan.Source is null ? 0 : 1) + plan.Dimensions.Count + plan.Dimensions.Sum(d => d.Initiatives.Count) + plan.Aspects.Count
        + plan.Tasks.Count + plan.Milestones.Count + plan.Programmes.Count + plan.Accountability.Count + plan.NotStated.Count
        + plan.Ambiguities.Count;

    private void AddDimensions(IEnumerable<Dimension> dimensions, CityPlan held)
    {
        foreach (var dimension in dimensions)
        {
            var known = held.Dimensions.FirstOrDefault(d => d.Code == dimension.Code);
            if (known is null) Add(dimension);
            else
            {
                Complete(known, known with
                {
                    NameEn = known.NameEn ?? dimension.NameEn,
                    Quote = known.Quote ?? dimension.Quote,
                    Principle = known.Principle ?? dimension.Principle,
                    Goal = known.Goal ?? dimension.Goal,
                });
            }

            foreach (var initiative in dimension.Initiatives.Where(i => known?.Initiatives.Any(k => k.Code == i.Code) != true))
            {
                Add(initiative, PlanConfiguration.DimensionCode, dimension.Code);
            }
        }
    }

    private void AddTasks(IEnumerable<KeyTask> tasks)
    {
        foreach (var task in tasks)
        {
            Add(task);
            foreach (var item in task.WorkItems) Add(new ArticleWorkItem { TaskNumber = task.Number, Order = item.Number, Text = item.Text });
        }
    }

    private void AddMilestones(IEnumerable<Milestone> milestones, CityPlan held)
    {
        foreach (var milestone in milestones)
        {
            if (held.Milestones.FirstOrDefault(m => m.Year == milestone.Year) is not { } known) Add(milestone);
            else Complete(known, known with { Quote = known.Quote ?? milestone.Quote });
        }
    }

    private void AddNotes(PlanNoteKind kind, IReadOnlyList<string> notes, IReadOnlyList<string> held)
    {
        var order = held.Count;
        foreach (var note in notes.Where(n => !held.Contains(n))) Add(new PlanNote { Kind = kind, Order = ++order, Text = note });
    }

    private void Complete<T>(T held, T completed) where T : class
    {
        if (completed.Equals(held)) return;
        context.Update(completed);
        _added++;
    }

    private void Add<T>(T entry) where T : class
    {
        context.Add(entry);
        _added++;
    }

    private void Add<T>(T entry, string property, object owner) where T : class
    {
        var tracked = context.Entry(entry);
        tracked.Property(property).CurrentValue = owner;
        tracked.State = EntityState.Added;
        _added++;
    }
}

using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>Tells units of what they lead or owe from now on, and of what they lead no more; it is saved with what says so.</summary>
internal static class PlanMessages
{
    /// <summary>What the unit leads that is told of it, as a code.</summary>
    public const string Gained = "gained";

    /// <summary>What it led before.</summary>
    public const string Lost = "lost";

    /// <param name="change">The change, which has saved what is said.</param>
    /// <param name="before">The plan before.</param>
    /// <param name="said">What is said, with its source.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task OwnersAsync(Change change, CityPlan before, IReadOnlyCollection<PlanStatement> said, CancellationToken cancellation)
    {
        foreach (var commitment in said.OfType<CommitmentStatement>()) await OwedAsync(change, before, commitment, cancellation);
        // What says nothing of tasks and work items moves no lead.
        if (!said.Any(s => s is TaskStatement or WorkItemStatement)) return;
        var after = (await PlanImportReading.BookAsync(change.Context, cancellation)).At(new AsOf(change.Now));
        var (led, leads) = (LeadsOf(before), LeadsOf(after));
        var moved = leads.Keys.Union(led.Keys).Where(item => led.GetValueOrDefault(item) != leads.GetValueOrDefault(item)).OrderBy(i => i).ToList();
        foreach (var (now, act) in new[] { (leads, Gained), (led, Lost) })
        {
            foreach (var unit in moved.Where(now.ContainsKey).GroupBy(i => now[i], StringComparer.Ordinal))
            {
                await TellAsync(change, after, unit.Key, act, [.. unit], cancellation);
            }
        }
    }

    /// <summary>责任落实: to the unit that owes a target and did not before, and to the person that is named.</summary>
    private static async Task OwedAsync(Change change, CityPlan before, CommitmentStatement said, CancellationToken cancellation)
    {
        if (said.Owner is not { } owner || before.Commitments.Any(c => c.Target == said.Target && c.Owner == owner && (said.Person is null || c.Person == said.Person))) return;
        var target = said.Target;
        var figure = await (
            from f in change.Context.Figures
            where f.Kind == ValueKind.Target && f.PeriodCode == target.Period && f.PeriodKind == target.PeriodKind
            join s in change.Context.Series on f.SeriesId equals s.Id
            where s.IndicatorCode == target.Indicator && s.UnitCode == target.Unit
                && (target.Measure == null || (s.Measure == target.Measure && s.Benchmark == target.Benchmark))
            orderby f.Id descending
            select new { f.Id, f.PeriodCode, f.PeriodKind, Name = change.Context.Indicators.Where(i => i.Code == s.IndicatorCode).Select(i => i.Name).First() })
            .FirstOrDefaultAsync(cancellation);
        await change.TellAsync(
            MessageKind.CommitmentAssigned,
            new()
            {
                Concern = Code.Of(ConcernKind.Target),
                Reference = figure is null ? null : FormattableString.Invariant($"f{figure.Id:D10}"),
                About = figure is null ? null : Period.FromCode(figure.PeriodCode, figure.PeriodKind).Naming(figure.Name),
                Text = said.Origin.Source,
            },
            new() { Units = [owner], Named = said.Person },
            cancellation);
    }

    private static Task<int> TellAsync(
        Change change, CityPlan plan, string unit, string act, IReadOnlyList<(int Task, int Item)> items, CancellationToken cancellation)
    {
        string[] names = [.. items.Select(i => FormattableString.Invariant($"{i.Task}/{i.Item}"))];
        var text = items is [var only] ? plan.Task(only.Task)?.WorkItems.FirstOrDefault(w => w.Number == only.Item)?.Text : null;
        return change.TellAsync(
            MessageKind.OwnerChanged,
            new()
            {
                Concern = Code.Of(ConcernKind.Item),
                Reference = items.Count == 1 ? names[0] : null,
                About = text is { Length: > 0 } ? $"{names[0]} {text}" : Telling.Listed(names),
                Act = act,
                Department = plan.DepartmentName(unit),
            },
            new() { Units = [unit] },
            cancellation);
    }

    /// <summary>The units that lead work items, by task and number; what is withdrawn is led by nobody.</summary>
    private static Dictionary<(int Task, int Item), string> LeadsOf(CityPlan plan) => plan.Tasks
        .SelectMany(t => t.WorkItems.Where(i => !i.IsWithdrawn).Select(i => (Item: (i.Task, i.Number), Lead: CheckInDuties.LeadOf(t, i))))
        .Where(i => i.Lead is not null)
        .ToDictionary(i => i.Item, i => i.Lead!);
}

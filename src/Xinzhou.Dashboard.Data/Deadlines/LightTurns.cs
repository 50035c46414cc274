using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Data.Deadlines;

/// <summary>The lights that show another colour than at an earlier moment, with the unit in whose field each is.</summary>
internal sealed class LightTurns
{
    private readonly List<Turn> _all = [];

    /// <param name="snapshot">What is held.</param>
    /// <param name="since">The earlier moment.</param>
    /// <param name="now">The later one.</param>
    public LightTurns(Snapshot.Snapshot snapshot, DateTimeOffset since, DateTimeOffset now)
    {
        var (plan, before, after) = (snapshot.PlanAt(new(now)), snapshot.LightsAt(new(since)), snapshot.LightsAt(new(now)));
        foreach (var task in plan.Tasks)
        {
            Add(before.Task(task.Number), after.Task(task.Number), task.Lead, new() { Kind = ConcernKind.Task, Reference = FormattableString.Invariant($"{task.Number}"), Title = task.Title });
            foreach (var item in task.WorkItems)
            {
                Add(before.Item(item.Task, item.Number), after.Item(item.Task, item.Number), CheckInDuties.LeadOf(task, item), new()
                {
                    Kind = ConcernKind.Item,
                    Reference = FormattableString.Invariant($"{item.Task}/{item.Number}"),
                    Title = item.Text.Length > 0 ? item.Text : task.Title,
                });
            }
        }

        // Another figure may state the same target.
        var targets = before.Targets.ToDictionary(t => snapshot.Figures.GroupOf(t.Figure.Id)!, t => t.Light);
        foreach (var target in after.Targets)
        {
            Add(targets.GetValueOrDefault(snapshot.Figures.GroupOf(target.Figure.Id)!), target.Light, target.Commitment?.Owner, new()
            {
                Kind = ConcernKind.Target,
                Reference = target.Figure.Key,
                Title = target.Figure.Period.Naming(target.Figure.Series.Indicator.Name),
                TitleEn = target.Figure.Series.Indicator.NameEn is { } name ? target.Figure.Period.Naming(name, english: true) : null,
            });
        }
    }

    /// <summary>Those in the field of a person, the worst first: of a reporter what his unit leads or owes, of leaders and the inspection office all tasks and targets.</summary>
    public IEnumerable<DigestLine> Of(Actor actor)
    {
        var own = actor switch
        {
            { Role: Role.Reporter, Department: { } unit } => _all.Where(t => t.Lead == unit),
            { Role: Role.Leader or Role.Supervisor } => _all.Where(t => t.Line.Kind != ConcernKind.Item),
            _ => [],
        };
        return own.OrderByDescending(t => t.Line.To!.Value.Severity()).ThenBy(t => t.Line.From!.Value.Severity()).Select(t => t.Line);
    }

    private void Add(Light? before, Light? after, string? lead, DigestLine line)
    {
        if (before is null || after is null || before.Colour == after.Colour) return;
        _all.Add(new(lead, line with { From = before.Colour, To = after.Colour }));
    }

    private sealed record Turn(string? Lead, DigestLine Line);
}

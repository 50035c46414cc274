using System.Collections.Concurrent;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>
/// All lights of a moment (CONTRACTS, 7). They follow from what is given and from nothing else: the plan and the figures as they
/// were known, the settings that held, what was decided, and the day.
/// </summary>
public sealed class LightBoard
{
    private readonly CityPlan _plan;
    private readonly Dictionary<LightSubject, Light> _bySubject;
    private readonly ConcurrentDictionary<(int? Year, string? Dimension), LightSummary> _summaries = new();

    private LightBoard(CityPlan plan, DateOnly day, IReadOnlyList<Light> items, IReadOnlyList<Light> tasks, IReadOnlyList<AssessedTarget> targets)
    {
        (_plan, Day, Items, Tasks, Targets) = (plan, day, items, tasks, targets);
        _bySubject = new(items.Count + tasks.Count + targets.Count);
        foreach (var light in All) _bySubject[light.Subject] = light;
    }

    /// <summary>D: the day in Asia/Shanghai.</summary>
    public DateOnly Day { get; }

    /// <summary>The lights of the work items that are not withdrawn, by task and number.</summary>
    public IReadOnlyList<Light> Items { get; }

    /// <summary>The lights of the tasks, in the order of the plan.</summary>
    public IReadOnlyList<Light> Tasks { get; }

    /// <summary>The shown targets, in the order of the figures.</summary>
    public IReadOnlyList<AssessedTarget> Targets { get; }

    /// <summary>All lights: of work items, of tasks, of targets.</summary>
    public IEnumerable<Light> All => Items.Concat(Tasks).Concat(Targets.Select(t => t.Light));

    /// <param name="plan">The plan as it was known at the moment.</param>
    /// <param name="view">The figures as they were known at the moment.</param>
    /// <param name="settings">The settings that held at the moment.</param>
    /// <param name="overrides">All that was ever decided.</param>
    /// <param name="asOf">The moment; its day is what deadlines are held against.</param>
    public static LightBoard Of(CityPlan plan, BookView view, LightSettings settings, IEnumerable<LightOverride> overrides, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(settings);
        var day = Shanghai.DayOf(asOf.Moment);
        var decided = LightOverride.InForce(overrides, asOf);
        var commitments = Commitments.Of(plan);
        AssessedTarget[] targets = [.. view.Targets().Select(Assessed)];
        var targetsByTask = targets.Where(t => t.Commitment?.Task is not null).ToLookup(t => t.Commitment!.Task!.Value, t => t.Light);

        var items = new List<Light>();
        var tasks = new List<Light>(plan.Tasks.Count);
        foreach (var task in plan.Tasks)
        {
            var first = items.Count;
            foreach (var item in task.WorkItems)
            {
                if (!item.IsWithdrawn) items.Add(Decided(ItemLight.Of(item, settings, day)));
            }

            tasks.Add(Decided(TaskLight.Of(task.Number, items.Skip(first).Concat(targetsByTask[task.Number]))));
        }

        return new(plan, day, items, tasks, targets);

        AssessedTarget Assessed(Figure figure)
        {
            var commitment = commitments.Find(figure.Series, figure.Period);
            return new()
            {
                Figure = figure,
                Commitment = commitment,
                Year = TargetFigures.YearOf(figure.Period),
                Dimension = figure.Series.Indicator.Dimension ?? (commitment?.Task is { } number ? plan.Task(number)?.Dimension : null),
                Light = Decided(TargetLight.Of(figure, commitment, view, settings, day)),
            };
        }

        Light Decided(Light light) => decided.TryGetValue(light.Subject, out var instead) ? light with { Override = instead } : light;
    }

    /// <summary>The light of a subject; null when there is no such thing, or when it has no light.</summary>
    public Light? Find(LightSubject subject) => _bySubject.GetValueOrDefault(subject);

    /// <summary>The light of a work item; null when there is none or it is withdrawn.</summary>
    public Light? Item(int task, int item) => Find(LightSubject.OfItem(task, item));

    /// <summary>The light of a task; null when there is no such task.</summary>
    public Light? Task(int number) => Find(LightSubject.OfTask(number));

    /// <summary>The light of a task of a plan; one that this board has not is as a task of which neither work items nor targets are known.</summary>
    public Light LightOf(KeyTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Task(task.Number) ?? TaskLight.Of(task.Number, []);
    }

    /// <summary>The light of a target; null when the figure is no target that is shown.</summary>
    public Light? Target(long figureId) => Find(LightSubject.OfTarget(figureId));

    /// <summary>The unit that owes what a light is of, where there is no such unit any more on the day; null where there is, or none is known.</summary>
    public Department? DissolvedOwner(LightSubject subject)
    {
        var task = subject.Kind == LightSubjectKind.Target ? null : _plan.Task((int)subject.Number);
        var owner = subject.Kind switch
        {
            LightSubjectKind.Target => Targets.FirstOrDefault(t => t.Light.Subject == subject)?.Commitment?.Owner,
            LightSubjectKind.Item => task?.WorkItems.FirstOrDefault(i => i.Number == subject.Part)?.Lead ?? task?.Lead,
            _ => task?.Lead,
        };
        return owner is null ? null : _plan.Departments.FirstOrDefault(d => d.Code == owner && d.IsDissolvedOn(Day));
    }

    /// <summary>The targets whose commitment names a task.</summary>
    public IEnumerable<AssessedTarget> TargetsOf(int task) => Targets.Where(t => t.Commitment?.Task == task);

    /// <summary>How everything stands, of all dimensions and years.</summary>
    public LightSummary Summary() => Summary(null, null);

    /// <summary>How a dimension stands: its tasks, its targets and outcomes of all years.</summary>
    public LightSummary OfDimension(string dimension) => Summary(null, dimension);

    /// <summary>How a milestone stands: all tasks, and the targets and outcomes of its year.</summary>
    public LightSummary OfMilestone(int year) => Summary(year, null);

    /// <summary>How a dimension stands to a milestone: its tasks, and its targets and outcomes of the year.</summary>
    public LightSummary OfMilestone(int year, string dimension) => Summary(year, dimension);

    private LightSummary Summary(int? year, string? dimension) => _summaries.GetOrAdd((year, dimension), of => Counted(of.Year, of.Dimension));

    private LightSummary Counted(int? year, string? dimension)
    {
        var targets = Targets.Where(t => (year is null || t.Year == year) && (dimension is null || t.Dimension == dimension));
        var tasks = _plan.Tasks.Where(t => dimension is null || t.Dimension == dimension);
        var outcomes = _plan.Outcomes.Where(o => (year is null || o.Year == year) && (dimension is null || o.Dimension == dimension)).ToList();
        return new(
            LightCounts.Of(targets.Select(t => t.Light.Colour)),
            LightCounts.Of(tasks.Select(t => LightOf(t).Colour)),
            outcomes.Count(o => o.Achieved <= Day),
            outcomes.Count);
    }
}

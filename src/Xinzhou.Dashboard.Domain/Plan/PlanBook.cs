using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>
/// Everything that was ever said of the plan. <see cref="At"/> says what held at a moment, by either clock; in which order
/// things were recorded matters only between statements known from the same moment, where the later recorded holds.
/// </summary>
public sealed class PlanBook
{
    private readonly CityPlan _article;
    private readonly PlanStatement[] _all;
    private readonly Dictionary<int, TaskStatement[]> _tasks;
    private readonly ILookup<int, ItemHistory> _items;
    private readonly CommitmentStatement[][] _commitments;
    private readonly OutcomeStatement[][] _outcomes;
    private readonly DateTimeOffset[] _changes;
    private readonly Lazy<ILookup<string, PlanStatement>> _bySubject;

    private PlanBook(CityPlan article, PlanStatement[] all)
    {
        (_article, _all) = (article, all);
        _tasks = all.OfType<TaskStatement>().GroupBy(s => s.Number).ToDictionary(g => g.Key, InOrder);
        var progress = all.OfType<ProgressStatement>().ToLookup(s => (s.Task, s.Item));
        var items = all.OfType<WorkItemStatement>().ToLookup(s => (s.Task, Item: s.Number));
        // Of an item that only the article names progress may be reported, too.
        _items = items.Select(g => g.Key).Union(progress.Select(g => g.Key))
            .Select(k => new ItemHistory(k.Task, k.Item, InOrder(items[k]), new(progress[k])))
            .ToLookup(h => h.Task);
        _commitments = [.. all.OfType<CommitmentStatement>().GroupBy(s => s.Target).Select(InOrder)];
        _changes = [.. all.Select(s => s.Origin).SelectMany(o => new[] { o.RecordedAt, o.KnownFrom }).Distinct().Order()];
        _bySubject = new(() => _all.ToLookup(s => s.Subject, StringComparer.Ordinal));
        _outcomes = [.. all.OfType<OutcomeStatement>().GroupBy(s => (s.Year, s.Dimension, s.Text)).Select(InOrder)];
    }

    public static PlanBook Empty { get; } = Of(CityPlan.Empty, []);

    /// <summary>What the article says of the plan, and the departments.</summary>
    public CityPlan Article => _article;

    /// <summary>The number of the last statement; 0 for none.</summary>
    public long LastId => _all is [.., var last] ? last.Origin.Id : 0;

    /// <summary>All statements, in the order of recording.</summary>
    public IReadOnlyList<PlanStatement> Statements => _all;

    /// <param name="article">What the article says of the plan, and the departments.</param>
    /// <param name="statements">What was said since.</param>
    public static PlanBook Of(CityPlan article, IEnumerable<PlanStatement> statements) =>
        new(article, [.. statements.OrderBy(s => s.Origin.Id)]);

    /// <summary>What was said since, on another article.</summary>
    public PlanBook On(CityPlan article) => ReferenceEquals(article, _article) ? this : new(article, _all);

    /// <summary>The versions of one subject, in the order of recording; empty if nothing was said of it.</summary>
    /// <param name="subject"><see cref="PlanStatement.Subject"/>.</param>
    public IEnumerable<PlanStatement> Versions(string subject) => _bySubject.Value[subject];

    /// <summary>The last that was said of a commitment, or of one that speaks of the same targets; null if nothing was.</summary>
    public CommitmentStatement? LastSaidOf(CommitmentTarget target) =>
        _commitments.Where(h => h[0].Target.Overlaps(target)).SelectMany(h => h).MaxBy(s => s.Origin.Id);

    /// <summary>The book with more statements.</summary>
    public PlanBook With(IReadOnlyCollection<PlanStatement> added) => added.Count == 0 ? this : Of(_article, _all.Concat(added));

    /// <summary>The latest moment not after <paramref name="now"/> at which a statement was recorded or became known; null if none did.</summary>
    public DateTimeOffset? LastChange(DateTimeOffset now)
    {
        var index = Array.BinarySearch(_changes, now);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? _changes[index] : null;
    }

    /// <summary>The moment itself, or an earlier one at which all the same was known: the same for all moments between two changes.</summary>
    public AsOf Settled(AsOf asOf) => asOf with
    {
        Moment = LastChange(asOf.Moment) ?? DateTimeOffset.MinValue,
        RecordedBy = asOf.RecordedBy is { } recordedBy ? LastChange(recordedBy) ?? DateTimeOffset.MinValue : null,
    };

    /// <summary>What was known at a moment of the progress of a work item, by quarter, even where the item itself was not known yet.</summary>
    /// <param name="task">序号.</param>
    /// <param name="item">工作序号.</param>
    /// <param name="asOf">The moment.</param>
    public IReadOnlyList<ProgressStatement> Progress(int task, int item, AsOf asOf) =>
        _items[task].FirstOrDefault(h => h.Number == item) is { } history ? history.Reported.At(asOf) : [];

    /// <summary>The plan as it was known at a moment.</summary>
    public CityPlan At(AsOf asOf) => _article with
    {
        Tasks = [.. _article.Tasks.Select(t => TaskAt(t, asOf))],
        Commitments = [.. _commitments.Select(h => CommitmentAt(h, asOf)).OfType<Commitment>()],
        Outcomes = [.. _outcomes.Select(h => OutcomeAt(h, asOf)).OfType<Outcome>().OrderBy(o => o.Year).ThenBy(o => _article.Dimension(o.Dimension)?.Order)],
    };

    /// <summary>True where there is, was or will be such a work item, withdrawn or not.</summary>
    public bool HasItem(int task, int item) =>
        _items[task].Any(h => h.Number == item) || _article.Task(task)?.WorkItems.Any(i => i.Number == item) == true;

    /// <summary>The numbers of all work items that a task ever had, in their order.</summary>
    internal IEnumerable<int> ItemsEverOf(int task) =>
        _items[task].Select(h => h.Number).Union(_article.Task(task)?.WorkItems.Select(i => i.Number) ?? []).Order();

    /// <summary>A work item as it was known at a moment, withdrawn or not; null where it was not.</summary>
    internal WorkItem? Item(int task, int item, AsOf asOf)
    {
        var article = _article.Task(task)?.WorkItems.FirstOrDefault(i => i.Number == item);
        return _items[task].FirstOrDefault(h => h.Number == item) is { } history ? ItemAt(article, history, asOf) : article;
    }

    /// <summary>Everything that was ever said of a work item and reported of it.</summary>
    internal IEnumerable<PlanStatement> SaidOfItem(int task, int item) =>
        _items[task].FirstOrDefault(h => h.Number == item) is { } history ? history.Said.Concat<PlanStatement>(history.Reported.All) : [];

    /// <summary>Everything that was ever said of who owes a target, the earliest known first for each commitment.</summary>
    internal IEnumerable<CommitmentStatement> SaidOfTarget(Series series, Period period) => Covering(series, period).SelectMany(h => h);

    /// <summary>The commitments that are of a target, as they were known at a moment.</summary>
    internal IReadOnlyList<Commitment> CommitmentsOf(Series series, Period period, AsOf asOf) =>
        [.. Covering(series, period).Select(h => CommitmentAt(h, asOf)).OfType<Commitment>()];

    /// <summary>Of which targets a commitment ever named a task.</summary>
    internal IReadOnlyList<CommitmentTarget> TargetsEverOf(int task) =>
        [.. _commitments.Where(h => h.Any(s => s.Task == task)).Select(h => h[0].Target)];

    /// <summary>
    /// A task after each thing said of it, as it was known at a moment: what the article says stands first, and then one for each
    /// entry of its <see cref="KeyTask.History"/>. Empty where there is no such task.
    /// </summary>
    public IReadOnlyList<KeyTask> VersionsOf(int task, AsOf asOf)
    {
        if (_article.Task(task) is not { } version) return [];
        var versions = new List<KeyTask> { version };
        foreach (var said in _tasks.GetValueOrDefault(task, []))
        {
            if (said.Origin.IsKnownAt(asOf)) versions.Add(version = After(version, said));
        }

        return versions;
    }

    private IEnumerable<CommitmentStatement[]> Covering(Series series, Period period) => _commitments.Where(h => h[0].Target.Covers(series, period));

    private KeyTask TaskAt(KeyTask task, AsOf asOf)
    {
        TaskStatement[] known = [.. _tasks.GetValueOrDefault(task.Number, []).Where(s => s.Origin.IsKnownAt(asOf))];
        var items = task.WorkItems.ToDictionary(i => i.Number);
        foreach (var history in _items[task.Number])
        {
            if (ItemAt(items.GetValueOrDefault(history.Number), history, asOf) is { } item) items[item.Number] = item;
        }

        return known.Aggregate(task, After) with { History = known, WorkItems = [.. items.Values.OrderBy(i => i.Number)] };
    }

    private static KeyTask After(KeyTask task, TaskStatement said) => task with
    {
        NumberStatus = said.Title is null ? task.NumberStatus : Status.Official,
        Title = said.Title ?? task.Title,
        TitleStatus = said.Title is null ? task.TitleStatus : Status.Official,
        ContentStatus = said.Title is null ? task.ContentStatus : Status.Official,
        Dimension = said.Dimension ?? task.Dimension,
        DimensionStatus = said.Dimension is null ? task.DimensionStatus : Status.Official,
        Aspect = After(task.Aspect, said.Aspect),
        Lead = After(task.Lead, said.Lead),
        Responsible = said.Responsible ?? task.Responsible,
        Supporting = said.Supporting ?? task.Supporting,
        Person = After(task.Person, said.Person),
        Quote = After(task.Quote, said.Quote),
    };

    private static WorkItem? ItemAt(WorkItem? item, ItemHistory history, AsOf asOf)
    {
        foreach (var said in history.Said)
        {
            if (!said.Origin.IsKnownAt(asOf)) continue;
            item ??= new() { Task = history.Task, Number = history.Number };
            item = item with
            {
                Text = said.Text ?? item.Text,
                Lead = After(item.Lead, said.Lead),
                Person = After(item.Person, said.Person),
                Start = said.Start ?? item.Start,
                Due = said.Due ?? item.Due,
                Path = said.Path ?? item.Path,
                IsWithdrawn = said.IsWithdrawn ?? item.IsWithdrawn,
            };
        }

        return item is null ? null : item with { Progress = history.Reported.At(asOf) };
    }

    private static Commitment? CommitmentAt(CommitmentStatement[] history, AsOf asOf)
    {
        Commitment? commitment = null;
        foreach (var said in history.Where(s => s.Origin.IsKnownAt(asOf)))
        {
            commitment ??= new() { Target = said.Target };
            commitment = commitment with
            {
                Owner = After(commitment.Owner, said.Owner),
                Person = After(commitment.Person, said.Person),
                Baseline = After(commitment.Baseline, said.Baseline),
                Tolerance = said.Tolerance ?? commitment.Tolerance,
                Task = said.Task is 0 ? null : said.Task ?? commitment.Task,
                Path = said.Path ?? commitment.Path,
                Justification = After(commitment.Justification, said.Justification),
            };
        }

        return commitment;
    }

    private static Outcome? OutcomeAt(OutcomeStatement[] history, AsOf asOf)
    {
        Outcome? outcome = null;
        foreach (var said in history.Where(s => s.Origin.IsKnownAt(asOf)))
        {
            outcome ??= new() { Year = said.Year, Dimension = said.Dimension, Text = said.Text };
            outcome = outcome with
            {
                Owner = After(outcome.Owner, said.Owner),
                Achieved = said.Achieved is { } achieved ? achieved.Day : outcome.Achieved,
                Evidence = After(outcome.Evidence, said.Evidence),
            };
        }

        return outcome;
    }

    private static string? After(string? held, string? said) => said switch
    {
        null => held,
        "" => null,
        _ => said,
    };

    private static T[] InOrder<T>(IEnumerable<T> statements) where T : PlanStatement =>
        [.. statements.OrderBy(s => s.Origin.KnownFrom).ThenBy(s => s.Origin.Id)];

    private sealed record ItemHistory(int Task, int Number, WorkItemStatement[] Said, ReportedProgress Reported);
}

using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>The plan of a moment, asked whether it says already what a statement says.</summary>
public sealed class KnownPlan
{
    private readonly PlanBook _book;
    private readonly AsOf _asOf;
    private readonly Dictionary<int, KeyTask> _tasks;
    private readonly Dictionary<CommitmentTarget, Commitment> _commitments;
    private readonly Dictionary<(int, string, string), Outcome> _outcomes;

    /// <param name="book">Everything that was said of the plan.</param>
    /// <param name="asOf">The moment.</param>
    public KnownPlan(PlanBook book, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(book);
        (_book, _asOf) = (book, asOf);
        var plan = book.At(asOf);
        _tasks = plan.Tasks.ToDictionary(t => t.Number);
        _commitments = plan.Commitments.ToDictionary(c => c.Target);
        _outcomes = plan.Outcomes.ToDictionary(o => (o.Year, o.Dimension, o.Text));
    }

    /// <summary>True when no field that the statement states is another in the plan.</summary>
    public bool Says(PlanStatement statement) => statement switch
    {
        TaskStatement said => _tasks.TryGetValue(said.Number, out var task) && Says(task, said),
        WorkItemStatement said => Item(said.Task, said.Number) is { } item && Says(item, said),
        // A report may be known from before the day from which its item is.
        ProgressStatement said => _book.Progress(said.Task, said.Item, _asOf).FirstOrDefault(p => p.Quarter == said.Quarter) is { } known
            && known.Percent == said.Percent && (said.Text is null || known.Text == said.Text),
        CommitmentStatement said => _commitments.TryGetValue(said.Target, out var commitment) && Says(commitment, said),
        OutcomeStatement said => _outcomes.TryGetValue((said.Year, said.Dimension, said.Text), out var outcome) && Says(outcome, said),
        _ => false,
    };

    private static bool Says(KeyTask task, TaskStatement said) =>
        (said.Title is null || (task.Title == said.Title && task.TitleStatus == Status.Official))
        && (said.Dimension is null || (task.Dimension == said.Dimension && task.DimensionStatus == Status.Official))
        && IsSame(task.Aspect, said.Aspect)
        && IsSame(task.Lead, said.Lead)
        && (said.Responsible is null || task.Responsible.SequenceEqual(said.Responsible))
        && (said.Supporting is null || task.Supporting.SequenceEqual(said.Supporting))
        && IsSame(task.Person, said.Person)
        && IsSame(task.Quote, said.Quote);

    private static bool Says(WorkItem item, WorkItemStatement said) =>
        IsSame(item.Text, said.Text)
        && IsSame(item.Lead, said.Lead)
        && IsSame(item.Person, said.Person)
        && IsSame(item.Start, said.Start)
        && IsSame(item.Due, said.Due)
        && (said.Path is null || item.Path.SequenceEqual(said.Path))
        && (said.IsWithdrawn is null || item.IsWithdrawn == said.IsWithdrawn);

    private static bool Says(Commitment commitment, CommitmentStatement said) =>
        IsSame(commitment.Owner, said.Owner)
        && IsSame(commitment.Person, said.Person)
        && IsSame(commitment.Baseline, said.Baseline)
        && (said.Tolerance is null || commitment.Tolerance == said.Tolerance)
        && (said.Task is null || (commitment.Task ?? 0) == said.Task)
        && (said.Path is null || commitment.Path.SequenceEqual(said.Path))
        && IsSame(commitment.Justification, said.Justification);

    private static bool Says(Outcome outcome, OutcomeStatement said) =>
        IsSame(outcome.Owner, said.Owner)
        && (said.Achieved is null || outcome.Achieved == said.Achieved.Day)
        && IsSame(outcome.Evidence, said.Evidence);

    private static bool IsSame(string? known, string? said) => said is null || (known ?? "") == said;

    private static bool IsSame(PlanDay? known, PlanDay? said) => said is null || (known ?? new(null)) == said;

    private WorkItem? Item(int task, int number) =>
        _tasks.TryGetValue(task, out var held) ? held.WorkItems.FirstOrDefault(i => i.Number == number) : null;
}

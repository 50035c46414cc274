using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>What the plan says otherwise.</summary>
internal static class PlanChanges
{
    /// <summary>The work items that came, went or were rescheduled.</summary>
    public static IReadOnlyList<ItemChange> Items(PlanBook book, AsOf from, AsOf until) =>
    [
        .. Said<WorkItemStatement>(book, from, until)
            .GroupBy(s => (s.Task, s.Number))
            .OrderBy(g => g.Key)
            .Select(g => Change(book.Item(g.Key.Task, g.Key.Number, from), book.Item(g.Key.Task, g.Key.Number, until), g.Last(), until))
            .OfType<ItemChange>(),
    ];

    /// <summary>Who owes something else. What was not there before has no other owner.</summary>
    public static IReadOnlyList<OwnerChange> Owners(PlanBook book, AsOf from, AsOf until)
    {
        var (before, after) = (book.At(from), book.At(until));
        var (owed, owedNow) = (before.Commitments.ToDictionary(c => c.Target), after.Commitments.ToDictionary(c => c.Target));
        var (outcomes, outcomesNow) = (before.Outcomes.ToDictionary(o => KeyOf(o)), after.Outcomes.ToDictionary(o => KeyOf(o)));
        return
        [
            .. Said<PlanStatement>(book, from, until)
                .Where(s => s is not ProgressStatement)
                .GroupBy(s => s.Subject)
                .Select(g => g.Last())
                .Select(s => s switch
                {
                    TaskStatement task => Change(s, OwnersOf(before.Task(task.Number)), OwnersOf(after.Task(task.Number)), until),
                    WorkItemStatement item => Change(s, OwnersOf(book.Item(item.Task, item.Number, from)), OwnersOf(book.Item(item.Task, item.Number, until)), until),
                    CommitmentStatement commitment =>
                        Change(s, OwnersOf(owed.GetValueOrDefault(commitment.Target)), OwnersOf(owedNow.GetValueOrDefault(commitment.Target)), until),
                    OutcomeStatement outcome =>
                        Change(s, OwnersOf(outcomes.GetValueOrDefault(KeyOf(outcome))), OwnersOf(outcomesNow.GetValueOrDefault(KeyOf(outcome))), until),
                    _ => null,
                })
                .OfType<OwnerChange>()
                .OrderBy(c => c.At),
        ];
    }

    /// <summary>What became known between, in the order in which it holds.</summary>
    private static IEnumerable<T> Said<T>(PlanBook book, AsOf from, AsOf until) where T : PlanStatement =>
        book.Statements.OfType<T>()
            .Where(s => s.Origin.IsKnownAt(until) && !s.Origin.IsKnownAt(from))
            .OrderBy(s => s.Origin.KnownFrom).ThenBy(s => s.Origin.Id);

    private static ItemChange? Change(WorkItem? before, WorkItem? after, WorkItemStatement said, AsOf until)
    {
        if (after is null) return null;
        ItemChangeKind? kind = (before, after) switch
        {
            (null, { IsWithdrawn: false }) => ItemChangeKind.Added,
            ({ IsWithdrawn: false }, { IsWithdrawn: true }) => ItemChangeKind.Withdrawn,
            ({ IsWithdrawn: true }, { IsWithdrawn: false }) => ItemChangeKind.Restored,
            ({ IsWithdrawn: false }, _) when before?.Start != after.Start || before?.Due != after.Due => ItemChangeKind.Rescheduled,
            _ => null,
        };
        return kind is { } became ? new(became, before, after, said, until.Clock.At(said)) : null;
    }

    private static OwnerChange? Change(PlanStatement said, (string? Lead, string? Person)? before, (string? Lead, string? Person)? after, AsOf until) =>
        before is { } was && after is { } now && was != now ? new(said, was.Lead, now.Lead, was.Person, now.Person, until.Clock.At(said)) : null;

    private static (string? Lead, string? Person)? OwnersOf(KeyTask? task) => task is null ? null : (task.Lead, task.Person);

    private static (string? Lead, string? Person)? OwnersOf(WorkItem? item) => item is null ? null : (item.Lead, item.Person);

    private static (string? Lead, string? Person)? OwnersOf(Commitment? commitment) => commitment is null ? null : (commitment.Owner, commitment.Person);

    private static (string? Lead, string? Person)? OwnersOf(Outcome? outcome) => outcome is null ? null : (outcome.Owner, null);

    private static (int Year, string Dimension, string Text) KeyOf(Outcome outcome) => (outcome.Year, outcome.Dimension, outcome.Text);

    private static (int Year, string Dimension, string Text) KeyOf(OutcomeStatement outcome) => (outcome.Year, outcome.Dimension, outcome.Text);
}

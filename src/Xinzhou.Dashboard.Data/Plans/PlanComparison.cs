using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>
/// What a file says beside what is held: each row beside the plan as it was known from the same moment as the row. What a
/// document says is kept even where it was known already, once for each document and moment: a document that comes in later
/// and says something else in between then changes nothing of what this one says, in whatever order they are imported.
/// </summary>
internal sealed record PlanComparison
{
    /// <summary>Each row, in the order of the file.</summary>
    public required IReadOnlyList<PlanRowOutcome> Outcomes { get; init; }

    /// <summary>What is to be stored.</summary>
    public required IReadOnlyList<PlanStatement> Stored { get; init; }

    /// <param name="book">Everything that is held.</param>
    /// <param name="drafts">What the file says; no two of one subject.</param>
    public static PlanComparison Of(PlanBook book, IReadOnlyList<PlanDraft> drafts)
    {
        var held = HeldSubjects(book);
        var plans = new Dictionary<DateTimeOffset, KnownPlan>();
        var outcomes = new List<PlanRowOutcome>(drafts.Count);
        var stored = new List<PlanStatement>();
        foreach (var draft in drafts)
        {
            var (said, from) = (draft.Statement, draft.Statement.Origin.KnownFrom);
            if (!plans.TryGetValue(from, out var known)) plans.Add(from, known = new(book.At(new AsOf(from))));
            var kind = !held.Contains(said.Subject) ? PlanRowKind.New : known.Says(said) ? PlanRowKind.Unchanged : PlanRowKind.Changed;
            outcomes.Add(new(draft, kind));
            if (kind != PlanRowKind.Unchanged || IsFurtherSupport(book, said)) stored.Add(said);
        }

        return new() { Outcomes = outcomes, Stored = stored };
    }

    /// <summary>True for what another document said before; what has no moment of its own supports nothing.</summary>
    private static bool IsFurtherSupport(PlanBook book, PlanStatement said) =>
        said.Origin.KnownFromBasis != KnownFromBasis.Recorded
        && !book.Versions(said.Subject).Any(v => v.Origin.Source == said.Origin.Source && v.Origin.KnownFrom == said.Origin.KnownFrom);

    private static HashSet<string> HeldSubjects(PlanBook book)
    {
        var held = book.Statements.Select(s => s.Subject).ToHashSet(StringComparer.Ordinal);
        foreach (var task in book.Article.Tasks)
        {
            held.Add(PlanSubject.OfTask(task.Number));
            held.UnionWith(task.WorkItems.Select(i => PlanSubject.OfItem(task.Number, i.Number)));
        }

        return held;
    }
}

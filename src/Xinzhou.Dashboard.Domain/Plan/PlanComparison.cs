using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>
/// What a document says beside what is held: each statement beside the plan as it was known from the same moment. What a
/// document says is kept even where it was known already, once for each document and moment: a document that comes in later
/// and says something else from a moment in between then changes nothing of what this one says. In which order documents
/// are recorded therefore does not matter.
/// </summary>
public sealed record PlanComparison
{
    /// <summary>What each statement is, in their order.</summary>
    public required IReadOnlyList<PlanChangeKind> Kinds { get; init; }

    /// <summary>What is to be stored.</summary>
    public required IReadOnlyList<PlanStatement> Stored { get; init; }

    /// <param name="book">Everything that is held.</param>
    /// <param name="said">What the document says; no two of one subject.</param>
    public static PlanComparison Of(PlanBook book, IEnumerable<PlanStatement> said)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(said);
        var held = HeldSubjects(book);
        var plans = new Dictionary<DateTimeOffset, KnownPlan>();
        var kinds = new List<PlanChangeKind>();
        var stored = new List<PlanStatement>();
        foreach (var statement in said)
        {
            var from = statement.Origin.KnownFrom;
            if (!plans.TryGetValue(from, out var known)) plans.Add(from, known = new(book, new AsOf(from)));
            var kind = !held.Contains(statement.Subject) ? PlanChangeKind.New
                : known.Says(statement) || IsRepeated(book, statement) ? PlanChangeKind.Unchanged
                : PlanChangeKind.Changed;
            kinds.Add(kind);
            if (kind != PlanChangeKind.Unchanged || IsFurtherSupport(book, statement)) stored.Add(statement);
        }

        return new() { Kinds = kinds, Stored = stored };
    }

    /// <summary>True for what no statement of the same document and moment says; what has no moment of its own supports nothing.</summary>
    private static bool IsFurtherSupport(PlanBook book, PlanStatement said) =>
        said.Origin.KnownFromBasis != KnownFromBasis.Recorded
        && !book.Versions(said.Subject).Any(v => v.Origin.Source == said.Origin.Source && v.Origin.KnownFrom == said.Origin.KnownFrom);

    /// <summary>True for what the same document said from the same moment before: it adds nothing, whatever was said after it.</summary>
    private static bool IsRepeated(PlanBook book, PlanStatement said) => book.Versions(said.Subject)
        .Where(v => v.Origin.Source == said.Origin.Source && v.Origin.KnownFrom == said.Origin.KnownFrom && v.Origin.KnownFromBasis != KnownFromBasis.Recorded)
        .Any(v => new KnownPlan(PlanBook.Of(book.Article, [v]), new AsOf(said.Origin.KnownFrom)).Says(said));

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

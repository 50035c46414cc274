namespace Xinzhou.Dashboard.Domain.Deadlines;

/// <summary>What a deadline or a message is about. Each has a way of naming which one: <see cref="Deadline.Reference"/>.</summary>
public enum ConcernKind
{
    /// <summary>A return: its number.</summary>
    Return,

    /// <summary>The check-ins of a unit and quarter: 2026-Q3.</summary>
    CheckIns,

    /// <summary>A work item: 3/2.</summary>
    Item,

    /// <summary>A key task: 3.</summary>
    Task,

    /// <summary>A target: the key of its figure, f0000000012.</summary>
    Target,

    /// <summary>A notice (督办单): 2026-012.</summary>
    Notice,

    /// <summary>What a review decided (议定事项): the number of the review, then its own: 5/17.</summary>
    ReviewMatter,

    /// <summary>A review (交账): its number.</summary>
    Review,

    /// <summary>A milestone: its year.</summary>
    Milestone,
}

using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Deadlines;

/// <summary>What has to be done by the end of a day.</summary>
public sealed record Deadline
{
    /// <summary>What it is of.</summary>
    public required ConcernKind Kind { get; init; }

    /// <summary>Which one, as its kind names it.</summary>
    public required string Reference { get; init; }

    /// <summary>The last day on which it is in time, in Asia/Shanghai.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it is called, in Chinese as the plan or the catalogue has it; null where its kind says it all.</summary>
    public string? Title { get; init; }

    /// <summary>The same in English; null where it has no English name.</summary>
    public string? TitleEn { get; init; }

    /// <summary>The name of the unit that owes it; null where nobody is named.</summary>
    public string? Unit { get; init; }

    /// <summary>Of returns and check-ins.</summary>
    public Quarter? Quarter { get; init; }

    /// <summary>Of notices: the step that is owed.</summary>
    public NoticeStep? Step { get; init; }

    /// <summary>How many are meant; null for one.</summary>
    public int? Count { get; init; }

    /// <summary>Its day is over, and it is not done.</summary>
    public bool IsLate { get; init; }

    /// <summary>Tells it from every other deadline, and stays the same when its day moves: <c>item 3/2</c>, <c>notice 2026-012 settle</c>.</summary>
    public string Key => Step is { } step ? $"{Code.Of(Kind)} {Reference} {Code.Of(step)}" : $"{Code.Of(Kind)} {Reference}";
}

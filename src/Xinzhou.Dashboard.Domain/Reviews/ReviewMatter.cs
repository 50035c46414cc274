using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>议定事项: what a review decided, with who owes it and by when. The next review opens with them. It is never changed.</summary>
public sealed record ReviewMatter
{
    /// <summary>Grows in the order of recording.</summary>
    public required long Id { get; init; }

    /// <summary>The number of the review.</summary>
    public required long Review { get; init; }

    /// <summary>What is decided.</summary>
    public required string Text { get; init; }

    /// <summary>The code of the unit that owes it.</summary>
    public required string Owner { get; init; }

    /// <summary>责任人; null where nobody is named.</summary>
    public string? Person { get; init; }

    /// <summary>By when.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Who noted it.</summary>
    public required Person By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was noted of it, the earliest first.</summary>
    public IReadOnlyList<MatterReport> Reports { get; init; } = [];

    /// <summary>The last that was noted; null while nothing is.</summary>
    public MatterReport? Latest => Reports is [.., var last] ? last : null;

    /// <summary>How it stands.</summary>
    public MatterState State => Latest?.State ?? MatterState.Open;

    /// <summary>It is owed, and its day is over.</summary>
    /// <param name="today">The day in Asia/Shanghai.</param>
    public bool IsLate(DateOnly today) => State == MatterState.Open && today > Due;
}

using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>交办: a notice as it was issued. It does not change; what is done about it stands in <see cref="NoticeEvent"/>.</summary>
public sealed record NoticeAssignment
{
    /// <summary>Grows in the order of recording.</summary>
    public required long Id { get; init; }

    /// <summary>The number.</summary>
    public required NoticeNumber Number { get; init; }

    /// <summary>The first number of those that were sent to several units at once: they are closed together.</summary>
    public required NoticeNumber Dispatch { get; init; }

    /// <summary>The grade.</summary>
    public required MatterGrade Grade { get; init; }

    /// <summary>What it is about, in a line.</summary>
    public required string Subject { get; init; }

    /// <summary>What is asked; null where the subject says it all.</summary>
    public string? Requirement { get; init; }

    /// <summary>What it comes from.</summary>
    public required NoticeOrigin Origin { get; init; }

    /// <summary>The subject of the light, the review, the instruction; null for a free one.</summary>
    public string? Reference { get; init; }

    /// <summary>牵头单位: the code of the one unit that owes it.</summary>
    public required string Lead { get; init; }

    /// <summary>配合单位: codes; the lead is not among them.</summary>
    public IReadOnlyList<string> Assisting { get; init; } = [];

    /// <summary>责任人; null where nobody is named.</summary>
    public string? Person { get; init; }

    /// <summary>Which days its clock counts.</summary>
    public required CountingMode Mode { get; init; }

    /// <summary>Who issued it.</summary>
    public required Person By { get; init; }

    /// <summary>When; the day of it, in Asia/Shanghai, is day 0.</summary>
    public required DateTimeOffset At { get; init; }
}

using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Model.Supervision;

/// <summary>A notice (督办单) as it was issued. Only ever inserted.</summary>
internal sealed class NoticeEntity
{
    /// <summary>Given by the database; grows in the order of commit.</summary>
    public long Id { get; init; }

    public required NoticeNumber Number { get; init; }

    /// <summary>The first number of those that were issued together.</summary>
    public required NoticeNumber Dispatch { get; init; }

    public required MatterGrade Grade { get; init; }

    public required string Subject { get; init; }

    public string? Requirement { get; init; }

    public required NoticeOrigin Origin { get; init; }

    public string? Reference { get; init; }

    public required string LeadCode { get; init; }

    /// <summary>The codes of the units that assist.</summary>
    public required string[] Assisting { get; init; }

    public string? Person { get; init; }

    public required CountingMode Mode { get; init; }

    public required Guid AssignedBy { get; init; }

    public required DateTimeOffset AssignedAt { get; init; }

    /// <summary>Who issued it.</summary>
    public User Author { get; init; } = null!;
}

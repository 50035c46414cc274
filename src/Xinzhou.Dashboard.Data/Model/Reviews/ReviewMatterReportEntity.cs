using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Data.Model.Reviews;

/// <summary>How a matter stands, as it was noted. Only ever inserted.</summary>
internal sealed class ReviewMatterReportEntity
{
    /// <summary>Given by the database; grows in the order of commit.</summary>
    public long Id { get; init; }

    public required long MatterId { get; init; }

    public required MatterState State { get; init; }

    public required string Text { get; init; }

    public required Guid NotedBy { get; init; }

    public required DateTimeOffset NotedAt { get; init; }

    /// <summary>Who noted it.</summary>
    public User Author { get; init; } = null!;
}

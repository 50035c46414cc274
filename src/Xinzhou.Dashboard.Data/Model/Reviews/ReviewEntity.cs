using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Data.Model.Reviews;

/// <summary>A review (交账) as it was prepared. Only ever inserted.</summary>
internal sealed class ReviewEntity
{
    /// <summary>Given by the database; grows in the order of commit.</summary>
    public long Id { get; init; }

    public required ReviewSubject Subject { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required Guid PreparedBy { get; init; }

    public required DateTimeOffset PreparedAt { get; init; }

    /// <summary>Who prepared it.</summary>
    public User Author { get; init; } = null!;
}

using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Data.Model.Reviews;

/// <summary>A matter that a review decided (议定事项). Only ever inserted.</summary>
internal sealed class ReviewMatterEntity
{
    /// <summary>Given by the database; grows in the order of commit.</summary>
    public long Id { get; init; }

    public required long ReviewId { get; init; }

    public required string Text { get; init; }

    public required string OwnerCode { get; init; }

    public string? Person { get; init; }

    public required DateOnly Due { get; init; }

    public required Guid NotedBy { get; init; }

    public required DateTimeOffset NotedAt { get; init; }

    /// <summary>Who noted it.</summary>
    public User Author { get; init; } = null!;
}

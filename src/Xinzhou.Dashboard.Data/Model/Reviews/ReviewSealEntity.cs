using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Data.Model.Reviews;

/// <summary>A signature under verdicts. Only ever inserted.</summary>
internal sealed class ReviewSealEntity
{
    /// <summary>Given by the database; grows in the order of commit.</summary>
    public long Id { get; init; }

    public required long ReviewId { get; init; }

    public required long PackId { get; init; }

    /// <summary>What was signed, as canonical JSON.</summary>
    public required string Terms { get; init; }

    /// <summary>SHA-256 of <see cref="Terms"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>SHA-256 of the file of the pack with this signature and all before it.</summary>
    public required string Hash { get; init; }

    public required SignatureFactor Factor { get; init; }

    public required Guid SignedBy { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Who signed.</summary>
    public User Author { get; init; } = null!;
}

using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Data.Model.Pledges;

/// <summary>A commitment as it was signed. Only ever inserted.</summary>
internal sealed class CommitmentSignatureEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>The target, as it was shown.</summary>
    public required long FigureId { get; init; }

    /// <summary>SHA-256 of <see cref="Terms"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>What was signed.</summary>
    public required string Terms { get; init; }

    /// <summary>The person that it names as responsible: who signed.</summary>
    public required string Person { get; init; }

    public required SignatureFactor Factor { get; init; }

    /// <summary>Who.</summary>
    public required Guid SignedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;
}

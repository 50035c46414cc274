using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Data.Model.Reviews;

/// <summary>A pack that was frozen. Only ever inserted.</summary>
internal sealed class ReviewPackEntity
{
    /// <summary>Given by the database; grows in the order of commit.</summary>
    public long Id { get; init; }

    public required long ReviewId { get; init; }

    /// <summary>Canonical JSON; megabytes: it is read alone.</summary>
    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 of the file of the pack while nobody has signed.</summary>
    public required string Hash { get; init; }

    public required long Size { get; init; }

    public required Guid FrozenBy { get; init; }

    public required DateTimeOffset FrozenAt { get; init; }

    /// <summary>Who froze it.</summary>
    public User Author { get; init; } = null!;
}

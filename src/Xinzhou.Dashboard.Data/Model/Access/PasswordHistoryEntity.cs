namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>An earlier password of somebody, as a hash; of installations that refuse it.</summary>
internal sealed class PasswordHistoryEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The hash, as Identity writes it.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>When another took its place.</summary>
    public required DateTimeOffset ReplacedAt { get; init; }
}

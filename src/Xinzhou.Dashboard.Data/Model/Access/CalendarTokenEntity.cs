namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>By what programs are given the calendar of a person's deadlines; only the hash of its text is kept.</summary>
internal sealed class CalendarTokenEntity
{
    /// <summary>Given by the database.</summary>
    public int Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The SHA-256 of its text.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is not accepted any more; null while it is.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Whose.</summary>
    public User User { get; init; } = null!;
}

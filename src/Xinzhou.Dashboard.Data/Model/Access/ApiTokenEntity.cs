using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>An API token; only the hash of its text is kept.</summary>
internal sealed class ApiTokenEntity
{
    /// <summary>Given by the database.</summary>
    public int Id { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>What its bearer may do.</summary>
    public required Role Role { get; init; }

    /// <summary>What of that the token may be used for.</summary>
    public required IReadOnlyList<TokenScope> Scopes { get; init; }

    /// <summary>The SHA-256 of its text.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on it is refused; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>From then on it is refused; null if it is not revoked.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>In whose name it acts; null for nobody's.</summary>
    public Guid? UserId { get; init; }

    /// <summary>In whose name it acts; null for nobody's.</summary>
    public User? User { get; init; }
}

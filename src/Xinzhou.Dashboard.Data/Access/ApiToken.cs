using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>An API token, without its text.</summary>
/// <param name="Id">The number.</param>
/// <param name="Name">What it is for; chosen by whoever made it.</param>
/// <param name="Role">What its bearer may do.</param>
/// <param name="Scopes">What of that the token may be used for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From then on it is refused; null for never.</param>
/// <param name="RevokedAt">From then on it is refused; null for not revoked.</param>
public sealed record ApiToken(
    int Id,
    string Name,
    Role Role,
    IReadOnlyList<TokenScope> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt)
{
    /// <summary>The department of the user in whose name it acts; null if there is none.</summary>
    public string? Department { get; init; }

    /// <summary>True when it is accepted at a moment.</summary>
    public bool Holds(DateTimeOffset now) => !(ExpiresAt <= now) && !(RevokedAt <= now);
}

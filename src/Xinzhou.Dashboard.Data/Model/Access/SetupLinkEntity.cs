namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>A one-time link that makes the first security administrator.</summary>
internal sealed class SetupLinkEntity
{
    /// <summary>The SHA-256 of its token.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on it is refused.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used up; null while it is not.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

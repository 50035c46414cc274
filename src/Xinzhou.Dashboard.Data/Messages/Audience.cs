using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>Whom something concerns. Whoever does it himself is never told, and nobody is told twice.</summary>
internal sealed record Audience
{
    /// <summary>The reporters of these units, by their codes.</summary>
    public IReadOnlyCollection<string> Units { get; init; } = [];

    /// <summary>Everybody of these roles.</summary>
    public IReadOnlyCollection<Role> Roles { get; init; } = [];

    /// <summary>These people.</summary>
    public IReadOnlyCollection<Guid> People { get; init; } = [];

    /// <summary>The responsible person of a commitment, by the name shown: whoever carries it and is of one of the units, or of none. Null for nobody.</summary>
    public string? Named { get; init; }
}

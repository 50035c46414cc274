using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Progress;

namespace Xinzhou.Dashboard.Data.Model.Lights;

/// <summary>A colour that somebody decided in place of the rules. Only ever inserted.</summary>
internal sealed class LightOverrideEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>What it is decided of, as the API calls it.</summary>
    public required string Subject { get; init; }

    /// <summary>What is shown instead; of a lifting, what it lifts.</summary>
    public required LightColour Colour { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day that it holds.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>True takes away what was decided before.</summary>
    public bool IsLifted { get; init; }

    /// <summary>Who.</summary>
    public required Guid DecidedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;
}

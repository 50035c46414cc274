using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>The beginning of a session.</summary>
public sealed record SessionStart
{
    /// <summary>Whose.</summary>
    public required Guid User { get; init; }

    /// <summary>By what.</summary>
    public required SessionProof Proof { get; init; }

    /// <summary>Whether that proves that it is he: what another house says does so only for somebody who has nothing else.</summary>
    public required bool IsProof { get; init; }

    /// <summary>From where.</summary>
    public required string Address { get; init; }

    /// <summary>By which browser, in short.</summary>
    public required string Browser { get; init; }

    /// <summary>The session that the browser had before: it ends. Null if it had none.</summary>
    public required Guid? Before { get; init; }

    /// <summary>
    /// Whether it is that session which goes on under another number (after a change of the own password): since when, by what and when
    /// he proved it last stay what they were.
    /// </summary>
    public required bool GoesOn { get; init; }

    /// <summary>How long it lasts; null for a persona, of whom many may be signed in at once.</summary>
    public required SessionLimits? Limits { get; init; }
}

using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>One session of a person: what his cookie is worth.</summary>
internal sealed class SessionEntity
{
    /// <summary>The number that the cookie carries.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>By what it was begun.</summary>
    public required SessionProof Proof { get; init; }

    /// <summary>The network address that it was begun from.</summary>
    public required string Address { get; init; }

    /// <summary>The browser in short: <c>Edge 131 · Windows</c>; empty where it did not say.</summary>
    public required string Browser { get; init; }

    /// <summary>When he signed in.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>The last request that he made; what a page asks for by itself is none.</summary>
    public required DateTimeOffset ActiveAt { get; set; }

    /// <summary>When he last proved by password or passkey that it is he; null if he has not.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>When it was ended; null while it is not.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

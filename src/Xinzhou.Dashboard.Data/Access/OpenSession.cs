using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>A session that goes on, as its person sees it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Proof">By what it was begun.</param>
/// <param name="Address">From where.</param>
/// <param name="Browser">By which browser; empty where it did not say.</param>
/// <param name="BeganAt">When he signed in.</param>
/// <param name="ActiveAt">The last request that he made, to a thirtieth of the time after which it would end.</param>
public sealed record OpenSession(Guid Id, SessionProof Proof, string Address, string Browser, DateTimeOffset BeganAt, DateTimeOffset ActiveAt);

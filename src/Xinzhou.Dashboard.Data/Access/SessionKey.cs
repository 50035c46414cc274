namespace Xinzhou.Dashboard.Data.Access;

/// <summary>One session of one person.</summary>
/// <param name="User">The person.</param>
/// <param name="Session">The number of the session; empty for one begun by a version that gave none.</param>
public sealed record SessionKey(Guid User, Guid Session);

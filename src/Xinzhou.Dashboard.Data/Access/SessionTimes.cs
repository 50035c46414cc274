namespace Xinzhou.Dashboard.Data.Access;

/// <summary>What is known of a session itself.</summary>
/// <param name="BeganAt">When he signed in.</param>
/// <param name="ActiveAt">The last request that he made.</param>
/// <param name="ConfirmedAt">When he last proved by password or passkey that it is he; null if he has not.</param>
/// <param name="EndedAt">When it was ended; null while it is not.</param>
/// <param name="IsByPasskey">Whether it was begun by a passkey, which is two factors by itself.</param>
public sealed record SessionTimes(DateTimeOffset BeganAt, DateTimeOffset ActiveAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? EndedAt, bool IsByPasskey)
{
    /// <summary>Whether it still goes on at a moment.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="limits">How long a session lasts.</param>
    public bool Holds(DateTimeOffset now, SessionLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return EndedAt is null && now - ActiveAt < limits.Idle && now - BeganAt < limits.Lifetime;
    }
}

namespace Xinzhou.Dashboard.Data.Changes;

/// <summary>Whoever changes something says which version of it he saw.</summary>
public static class SeenVersion
{
    /// <summary>Why what was seen cannot be changed; null if it is what is held.</summary>
    /// <param name="held">The version that is held, read under the lock; null if there is none.</param>
    /// <param name="seen">The version that was seen; null for something new.</param>
    public static ChangeRefusal? Refusal(long? held, long? seen) => (held, seen) switch
    {
        (null, null) => null,
        (null, _) => ChangeRefusal.NotFound,
        (_, null) => ChangeRefusal.Taken,
        _ => held == seen ? null : ChangeRefusal.Stale,
    };
}

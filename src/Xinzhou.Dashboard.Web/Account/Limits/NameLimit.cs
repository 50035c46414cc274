using System.Collections.Concurrent;

namespace Xinzhou.Dashboard.Web.Account.Limits;

/// <summary>
/// Locks names that nobody can sign in by as accounts are locked, so that the answers do not tell which is which. Accounts
/// themselves are counted in the database.
/// </summary>
/// <param name="most">After how many failures.</param>
/// <param name="locked">For how long.</param>
/// <param name="time">The clock.</param>
public sealed class NameLimit(int most, TimeSpan locked, TimeProvider time)
{
    private const int GreatestHeld = 10_000;

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset? Until)> _names = new(StringComparer.Ordinal);

    /// <summary>For how long a name is locked yet; null if it is not.</summary>
    public TimeSpan? WaitOf(string name) =>
        _names.TryGetValue(name, out var held) && held.Until - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero ? wait : null;

    /// <summary>Counts a failure.</summary>
    public void Fail(string name)
    {
        if (_names.Count >= GreatestHeld)
        {
            // Made up in a row by somebody whose address is bounded too.
            _names.Clear();
        }

        var now = time.GetUtcNow();
        _names.AddOrUpdate(
            name,
            _ => Counted(0),
            (_, held) => held.Until > now ? held : Counted(held.Until is null ? held.Failures : 0));

        (int, DateTimeOffset?) Counted(int before) => (before + 1, before + 1 >= most ? now + locked : null);
    }
}

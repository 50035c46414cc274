using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Says whether a session still holds: until the user is disabled, or his role, department or password changes. What
/// PostgreSQL said is held for some seconds, so that views cost no query, and dropped at once when a change is
/// announced.
/// </summary>
public sealed class Sessions : IDisposable
{
    /// <summary>The claim with the security stamp of the time of sign-in.</summary>
    public const string StampClaim = "stamp";

    private const int GreatestHeld = 10_000;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(10);

    // While PostgreSQL does not answer: no longer than a disabled user may stay.
    private static readonly TimeSpan HeldInNeed = TimeSpan.FromSeconds(25);

    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();
    private readonly IDbContextFactory<DashboardContext> _contexts;
    private readonly SnapshotFollower _follower;
    private readonly DashboardSettings _settings;
    private readonly TimeProvider _time;
    private int _changes;

    public Sessions(IDbContextFactory<DashboardContext> contexts, SnapshotFollower follower, DashboardSettings settings, TimeProvider time)
    {
        (_contexts, _follower, _settings, _time) = (contexts, follower, settings, time);
        _follower.AccessChanged += OnAccessChanged;
    }

    /// <summary>Raised when sessions may have ended; handlers must be quick.</summary>
    public event Action? Changed;

    /// <summary>Whether the session of a principal holds; false for one without a person.</summary>
    public async ValueTask<bool> HoldsAsync(ClaimsPrincipal principal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (CurrentUser.Of(principal) is not { } user)
        {
            return false;
        }

        // Who has just changed his password comes with a stamp that is newer than what is held: before he is sent away, it is
        // asked for anew.
        var stamp = principal.FindFirstValue(StampClaim);
        return await FactsAsync(user.Id, Held, cancellation) is { } facts
            && (Holds(facts, stamp) || Holds(await FactsAsync(user.Id, TimeSpan.Zero, cancellation), stamp));
    }

    public void Dispose() => _follower.AccessChanged -= OnAccessChanged;

    private bool Holds(SessionFacts? facts, string? stamp) =>
        facts is { IsDisabled: false } && (!facts.IsPersona || _settings.IsDevelopment) && facts.Stamp == stamp;

    private async ValueTask<SessionFacts?> FactsAsync(Guid user, TimeSpan held, CancellationToken cancellation)
    {
        var (now, changes) = (_time.GetUtcNow(), Volatile.Read(ref _changes));
        var known = _entries.GetValueOrDefault(user);
        if (known is not null && known.Changes == changes && now - known.ReadAt < held)
        {
            return known.Facts;
        }

        try
        {
            var facts = await SessionFacts.FindAsync(_contexts, user, cancellation);
            if (_entries.Count >= GreatestHeld)
            {
                _entries.Clear();
            }

            _entries[user] = new(facts, now, changes);
            return facts;
        }
        catch (Exception failure) when (failure.IsDatabaseError() && known is not null && now - known.ReadAt < HeldInNeed)
        {
            return known.Facts;
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // Nobody can say: reading pages that are open to all go on, without a person.
            return null;
        }
    }

    private void OnAccessChanged()
    {
        // Whatever was read so far is asked for anew. It is not forgotten: the listener also says so when PostgreSQL is lost,
        // and nobody is to be sent away for that.
        Interlocked.Increment(ref _changes);
        Changed?.Invoke();
    }

    private sealed record Entry(SessionFacts? Facts, DateTimeOffset ReadAt, int Changes);
}

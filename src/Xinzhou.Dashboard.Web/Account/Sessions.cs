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
/// Says whether a session still holds: until it is ended, the user is disabled, his role, department or password changes, or too
/// much time has passed since it began or since a request of his. What PostgreSQL said is held for some seconds, so that views cost
/// no query, and asked for anew at once when a change is announced. When PostgreSQL is lost, what was known at that moment is old,
/// and goes on to hold for a while.
/// </summary>
public sealed class Sessions : IDisposable
{
    /// <summary>The claim with the security stamp of the time of sign-in.</summary>
    public const string StampClaim = "stamp";

    /// <summary>The claim with the number of the session.</summary>
    public const string SessionClaim = "session";

    /// <summary>For how long a proof by password or passkey is fresh.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    // A request is noted when it comes a thirtieth of the time after the last one that was: the time without a request is then what
    // the setting says, and a reader costs a write a minute at most.
    private const int Steps = 30;

    private const int GreatestHeld = 10_000;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(10);

    // While PostgreSQL does not answer: no longer than a disabled user may stay.
    private static readonly TimeSpan HeldInNeed = TimeSpan.FromSeconds(25);

    // A server that has stopped gives no answer at all: pages that can go on by what is known do not wait for it.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2);

    // No session lasts longer without a request.
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<SessionKey, Entry> _entries = new();
    private readonly IDbContextFactory<DashboardContext> _contexts;
    private readonly SnapshotFollower _follower;
    private readonly DashboardSettings _settings;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private DateTimeOffset? _lostAt;
    private bool _isDeaf;
    private int _changes;

    public Sessions(IDbContextFactory<DashboardContext> contexts, SnapshotFollower follower, DashboardSettings settings, TimeProvider time)
    {
        (_contexts, _follower, _settings, _time) = (contexts, follower, settings, time);
        _follower.AccessChanged += OnAccessChanged;
        _follower.Lost += OnLost;
    }

    /// <summary>Raised when sessions may have ended; handlers must be quick.</summary>
    public event Action? Changed;

    /// <summary>The session that a principal carries; null for one without a person.</summary>
    public static SessionKey? KeyOf(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return CurrentUser.Of(principal) is { } user
            ? new(user.Id, Guid.TryParseExact(principal.FindFirstValue(SessionClaim), "N", out var session) ? session : Guid.Empty)
            : null;
    }

    /// <summary>Whether the session of a principal holds; false for one without a person.</summary>
    /// <exception cref="Exception">
    /// PostgreSQL does not answer, and what was known is too old to go by: nobody can say
    /// (<see cref="DatabaseErrors.IsDatabaseError"/>).
    /// </exception>
    public async ValueTask<bool> HoldsAsync(ClaimsPrincipal principal, CancellationToken cancellation = default)
    {
        if (KeyOf(principal) is not { } key)
        {
            return false;
        }

        // Who has just changed his password comes with a stamp that is newer than what is held: before he is sent away, it is
        // asked for anew.
        var stamp = principal.FindFirstValue(StampClaim);
        return await FactsAsync(key, Held, cancellation) is { } facts
            && (Holds(facts, stamp) || Holds(await FactsAsync(key, TimeSpan.Zero, cancellation), stamp));
    }

    /// <summary>Notes that the person of a session has made a request. What a page asks for by itself is none.</summary>
    public async ValueTask TouchAsync(ClaimsPrincipal principal, CancellationToken cancellation = default)
    {
        if (KeyOf(principal) is not { } key || _entries.GetValueOrDefault(key) is not { ActiveAt: { } noted } known) return;
        var now = _time.GetUtcNow();
        if ((now - noted) * Steps < _settings.Sessions.Idle) return;
        known.ActiveAt = now;
        try
        {
            await SessionStore.TouchAsync(_contexts, key.Session, now, cancellation).WithinAsync(AnswerLimit, cancellation);
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // His next request says it.
            known.ActiveAt = noted;
        }
    }

    /// <summary>What the person of a session must do before anything else; null if nothing.</summary>
    /// <exception cref="Exception">PostgreSQL does not answer (<see cref="HoldsAsync"/>).</exception>
    public async ValueTask<AccountDuty?> DutyOfAsync(ClaimsPrincipal principal, CancellationToken cancellation = default)
    {
        if (CurrentUser.Of(principal) is not { } user || KeyOf(principal) is not { } key) return null;
        var duty = DutyOf(user.Role, await FactsAsync(key, Held, cancellation));
        // Who has just done it is not to wait until what is held is too old.
        return duty is null ? null : DutyOf(user.Role, await FactsAsync(key, TimeSpan.Zero, cancellation));
    }

    /// <summary>
    /// Whether the person of a session has proved by password or passkey a short while ago that it is he. A persona, who has neither,
    /// proves nothing by it.
    /// </summary>
    /// <exception cref="Exception">PostgreSQL does not answer (<see cref="HoldsAsync"/>).</exception>
    public async ValueTask<bool> IsFreshAsync(ClaimsPrincipal principal, CancellationToken cancellation = default) =>
        KeyOf(principal) is { } key
        && (IsFresh(await FactsAsync(key, Held, cancellation)) || IsFresh(await FactsAsync(key, TimeSpan.Zero, cancellation)));

    /// <summary>Asks anew for a session, of which this instance has just changed something.</summary>
    internal void Forget(SessionKey key) => _entries.TryRemove(key, out _);

    public void Dispose()
    {
        _follower.AccessChanged -= OnAccessChanged;
        _follower.Lost -= OnLost;
    }

    private bool Holds(SessionFacts? facts, string? stamp) =>
        facts is { IsDisabled: false, Times: { } times } && (!facts.IsPersona || _settings.IsDevelopment) && facts.Stamp == stamp
        && times.Holds(_time.GetUtcNow(), _settings.Sessions);

    private bool IsFresh(SessionFacts? facts) =>
        facts is not null && (facts.IsPersona || _time.GetUtcNow() - facts.Times?.ConfirmedAt < Fresh);

    private AccountDuty? DutyOf(Role role, SessionFacts? facts) => facts switch
    {
        null or { IsPersona: true } or { Times.IsByPasskey: true } => null,
        { HasSecondFactor: false } when _settings.SecondFactorRoles.Contains(role) => AccountDuty.SecondFactor,
        { PasswordSetAt: { } set } when _settings.PasswordDays > 0 && _time.GetUtcNow() - set > TimeSpan.FromDays(_settings.PasswordDays) => AccountDuty.Password,
        _ => null,
    };

    private async ValueTask<SessionFacts?> FactsAsync(SessionKey key, TimeSpan held, CancellationToken cancellation)
    {
        var (now, changes) = (_time.GetUtcNow(), Volatile.Read(ref _changes));
        var known = _entries.GetValueOrDefault(key);
        if (known is not null)
        {
            known.UsedAt = now;
        }

        if (known is not null && known.Changes == changes && (now - known.ReadAt).Duration() < held)
        {
            return known.Facts;
        }

        try
        {
            var facts = await SessionFacts.FindAsync(_contexts, key, cancellation).WithinAsync(AnswerLimit, cancellation);
            Keep(key, new(facts, now, changes) { UsedAt = now });
            SayAnswered();
            return facts;
        }
        catch (Exception failure) when (failure.IsDatabaseError() && known is not null && known.Changes == changes && IsYoung(known, now))
        {
            // It was so when PostgreSQL was lost, for nothing else had been announced until then.
            return known.Facts;
        }
    }

    /// <summary>Whether what is known may be gone by though PostgreSQL does not answer.</summary>
    private bool IsYoung(Entry known, DateTimeOffset now)
    {
        lock (_gate)
        {
            var since = _lostAt ??= now;
            return now - (known.ReadAt > since ? known.ReadAt : since) < HeldInNeed;
        }
    }

    private void SayAnswered()
    {
        // While the listener is deaf, one answer does not make what is known of others any younger.
        lock (_gate) _lostAt = _isDeaf ? _lostAt : null;
    }

    private void Keep(SessionKey key, Entry entry)
    {
        if (_entries.Count >= GreatestHeld)
        {
            _entries.Clear();
        }

        _entries[key] = entry;
    }

    private void OnLost()
    {
        lock (_gate)
        {
            _isDeaf = true;
            _lostAt ??= _time.GetUtcNow();
        }
    }

    private void OnAccessChanged()
    {
        // Whatever was read so far is asked for anew, all of it at once: it is to be known, should PostgreSQL be lost next.
        var changes = Interlocked.Increment(ref _changes);
        lock (_gate) (_isDeaf, _lostAt) = (false, null);
        Changed?.Invoke();
        _ = RenewAsync(changes);
    }

    /// <summary>Reads anew what is held of sessions and old, of all of them at once: who asks for each of them next asks nobody.</summary>
    internal Task RenewAsync(IReadOnlyCollection<SessionKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var (now, changes) = (_time.GetUtcNow(), Volatile.Read(ref _changes));
        var held = new Dictionary<SessionKey, Entry>();
        foreach (var key in keys)
        {
            if (_entries.TryGetValue(key, out var entry) && (entry.Changes != changes || (now - entry.ReadAt).Duration() >= Held)) held[key] = entry;
        }

        return RenewAsync(held, now, changes);
    }

    private Task RenewAsync(int changes)
    {
        var now = _time.GetUtcNow();
        foreach (var (key, entry) in _entries.Where(e => now - e.Value.UsedAt > Forgotten)) _entries.TryRemove(KeyValuePair.Create(key, entry));
        return RenewAsync(_entries.ToDictionary(), now, changes);
    }

    private async Task RenewAsync(Dictionary<SessionKey, Entry> held, DateTimeOffset now, int changes)
    {
        if (held.Count == 0) return;
        try
        {
            foreach (var (key, facts) in await SessionFacts.FindAsync(_contexts, held.Keys))
            {
                // Who has been asked for by himself meanwhile stays as he is.
                _entries.TryUpdate(key, new(facts, now, changes) { UsedAt = held[key].UsedAt }, held[key]);
            }
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // Whoever comes is asked for by himself.
        }
    }

    private sealed class Entry(SessionFacts? facts, DateTimeOffset readAt, int changes)
    {
        public SessionFacts? Facts => facts;

        public DateTimeOffset ReadAt => readAt;

        /// <summary>How many announcements had been heard before it was read.</summary>
        public int Changes => changes;

        /// <summary>When somebody asked for it last.</summary>
        public DateTimeOffset UsedAt { get; set; }

        /// <summary>The last request that was noted; null when nothing is known of the session.</summary>
        public DateTimeOffset? ActiveAt { get; set; } = facts?.Times?.ActiveAt;
    }
}

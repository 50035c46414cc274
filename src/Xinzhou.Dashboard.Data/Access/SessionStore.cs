using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>
/// The sessions of people. What a browser holds of one is sealed and looks right until it is too old, also in the hands of one who has
/// copied it: that it no longer holds is known here alone.
/// </summary>
public static class SessionStore
{
    /// <summary>The most that are listed.</summary>
    public const int MaxListed = 20;

    // Of those that have ended nobody asks any more; the log knows every sign-in.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Begins a session, within the transaction of the context if one is open, and ends those that are too many.</summary>
    /// <returns>Its number.</returns>
    public static async Task<Guid> BeginSessionAsync(
        this DashboardContext context, SessionStart start, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(start);
        await using var transaction = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellation) : null;
        // One after the other: else two at once would each find room for itself.
        await context.LockUserAsync(start.User, cancellation);
        var before = start.Before is { } number
            ? await context.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == number, cancellation)
            : null;
        // It has ended already where the stamp that it carried was changed.
        var goingOn = start.GoesOn && before?.UserId == start.User ? before : null;
        var begun = new SessionEntity
        {
            Id = Guid.NewGuid(),
            UserId = start.User,
            Proof = goingOn?.Proof ?? start.Proof,
            Address = start.Address,
            Browser = start.Browser,
            BeganAt = goingOn?.BeganAt ?? now,
            ActiveAt = now,
            ConfirmedAt = goingOn is not null ? goingOn.ConfirmedAt : start.IsProof ? now : null,
        };
        context.Add(begun);
        await context.SaveChangesAsync(cancellation);
        context.Entry(begun).State = EntityState.Detached;
        if (before is not null)
        {
            await EndAsync(context.Sessions.Where(s => s.Id == before.Id), now, cancellation);
        }

        if (start.Limits is { } limits)
        {
            var standing = await Standing(context, start.User, limits, now).OrderByDescending(s => s.BeganAt).ThenBy(s => s.Id)
                .Select(s => s.Id).ToListAsync(cancellation);
            Guid[] tooMany = [.. standing.Where(s => s != begun.Id).Skip(limits.AtOnce - 1)];
            if (tooMany.Length > 0) await EndAsync(context.Sessions.Where(s => tooMany.Contains(s.Id)), now, cancellation);
        }

        var old = now - Kept;
        await context.Sessions.Where(s => s.UserId == start.User && s.ActiveAt < old).ExecuteDeleteAsync(cancellation);
        if (transaction is not null) await transaction.CommitAsync(cancellation);
        return begun.Id;
    }

    /// <summary>Notes that its person has made a request.</summary>
    public static async Task TouchAsync(
        IDbContextFactory<DashboardContext> contexts, Guid session, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        await context.Sessions.Where(s => s.Id == session && s.ActiveAt < now && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.ActiveAt, now), cancellation);
    }

    /// <summary>Notes that its person has proved by password or passkey that it is he.</summary>
    public static Task ConfirmSessionAsync(this DashboardContext context, Guid session, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        DateTimeOffset? at = now;
        return context.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.ConfirmedAt, at), cancellation);
    }

    /// <summary>Ends one session of a person.</summary>
    /// <returns>False when he has none of that number that goes on.</returns>
    public static async Task<bool> EndSessionAsync(
        this DashboardContext context, Guid user, Guid session, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await EndAsync(context.Sessions.Where(s => s.Id == session && s.UserId == user), now, cancellation) > 0;
    }

    /// <summary>Ends all sessions of a person, but one if it is named.</summary>
    /// <returns>How many ended.</returns>
    public static Task<int> EndSessionsAsync(
        this DashboardContext context, Guid user, Guid? except, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return EndAsync(context.Sessions.Where(s => s.UserId == user && s.Id != except), now, cancellation);
    }

    /// <summary>The sessions of a person that go on, the one last used first.</summary>
    public static async Task<IReadOnlyList<OpenSession>> SessionsOfAsync(
        this DashboardContext context, Guid user, SessionLimits limits, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(limits);
        return await Standing(context, user, limits, now).OrderByDescending(s => s.ActiveAt).ThenBy(s => s.Id).Take(MaxListed)
            .Select(s => new OpenSession(s.Id, s.Proof, s.Address, s.Browser, s.BeganAt, s.ActiveAt)).ToListAsync(cancellation);
    }

    private static IQueryable<SessionEntity> Standing(DashboardContext context, Guid user, SessionLimits limits, DateTimeOffset now)
    {
        var (active, began) = (now - limits.Idle, now - limits.Lifetime);
        return context.Sessions.Where(s => s.UserId == user && s.EndedAt == null && s.ActiveAt > active && s.BeganAt > began);
    }

    private static Task<int> EndAsync(IQueryable<SessionEntity> which, DateTimeOffset now, CancellationToken cancellation)
    {
        DateTimeOffset? at = now;
        return which.Where(s => s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, at), cancellation);
    }
}

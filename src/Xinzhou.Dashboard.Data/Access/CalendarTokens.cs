using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>
/// By what programs are given the calendars of people: each has one token at most, that he makes himself. It gives the deadlines that are
/// his at the time of asking and nothing else. Making and ending it are events of the audit log.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class CalendarTokens(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Makes a person's token, in the place of the one that he has; gives its text, which cannot be had again.</summary>
    /// <param name="actor">Who, for himself.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    /// <returns>Its text; null if his account is disabled.</returns>
    public async Task<string?> CreateAsync(Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Users, cancellation);
        if (!await change.Context.Users.AnyAsync(u => u.Id == actor.Id && u.DisabledAt == null, cancellation)) return null;
        var replaced = await RevokeAsync(change, actor, cancellation);
        var secret = TokenSecret.Create();
        change.Context.Add(new CalendarTokenEntity { UserId = actor.Id, TokenHash = TokenSecret.Hash(secret), CreatedAt = change.Now });
        change.Audit("calendar-token.create", SubjectOf(actor), new { replaced });
        await change.Context.TellOfCredentialAsync(actor.Id, "calendar-token.create", change.Now, cancellation);
        await change.CommitAsync(cancellation);
        return secret;
    }

    /// <summary>Ends a person's token.</summary>
    /// <param name="actor">Who, for himself.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    /// <returns>False if he has none.</returns>
    public async Task<bool> RevokeAsync(Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Users, cancellation);
        if (!await RevokeAsync(change, actor, cancellation)) return false;
        change.Audit("calendar-token.revoke", SubjectOf(actor), new { });
        await change.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Since when a person has a token; null if he has none.</summary>
    public async Task<DateTimeOffset?> StandsSinceAsync(Guid user, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.CalendarTokens.Where(t => t.UserId == user && t.RevokedAt == null)
            .Select(t => (DateTimeOffset?)t.CreatedAt).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Whose a token is, as he is now; null if there is none, if it has ended, or if this version does not understand who he is.</summary>
    /// <param name="secret">Its text.</param>
    /// <param name="withPersonas">Whether a persona is somebody.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Actor?> FindAsync(string secret, bool withPersonas, CancellationToken cancellation = default)
    {
        if (!TokenSecret.IsWellFormed(secret)) return null;
        var hash = TokenSecret.Hash(secret);
        await using var context = await contexts.ReadAsync(cancellation);
        try
        {
            var user = await context.CalendarTokens
                .Where(t => t.TokenHash == hash && t.RevokedAt == null && t.User.DisabledAt == null && (withPersonas || !t.User.IsPersona))
                .Select(t => t.User).SingleOrDefaultAsync(cancellation);
            return user is null ? null : new(user.Id, user.UserName!, user.DisplayName, user.Role, user.DepartmentCode);
        }
        catch (FormatException)
        {
            // Of a role that this version does not know: what he may see is not known either.
            return null;
        }
    }

    private static async Task<bool> RevokeAsync(Change change, Actor actor, CancellationToken cancellation)
    {
        var (user, now) = (actor.Id, (DateTimeOffset?)change.Now);
        return await change.Context.CalendarTokens.Where(t => t.UserId == user && t.RevokedAt == null)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, now), cancellation) > 0;
    }

    private static string SubjectOf(Actor actor) => $"user {actor.UserName}";
}

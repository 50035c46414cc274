using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>How people want to be told: each chooses for himself. Choosing is an event of the audit log.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class MessagePreferencesStore(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>What a person has chosen, or what holds of those who have not.</summary>
    public async Task<MessagePreferences> FindAsync(Guid user, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return (await context.MessagePreferences.SingleOrDefaultAsync(p => p.UserId == user, cancellation))?.Preferences() ?? MessagePreferences.Default;
    }

    /// <summary>Chooses. What is chosen already is no event.</summary>
    /// <param name="chosen">What.</param>
    /// <param name="actor">Who, for himself.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task SaveAsync(MessagePreferences chosen, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(actor);
        // One after the other: else the first choices of two windows would both be new.
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Messages, cancellation);
        var row = await change.Context.MessagePreferences.SingleOrDefaultAsync(p => p.UserId == actor.Id, cancellation);
        var before = row?.Preferences() ?? MessagePreferences.Default;
        if (before == chosen) return;
        if (row is null) change.Context.Add(row = new() { UserId = actor.Id });
        row.Choose(chosen, change.Now);
        change.Audit("messages.preferences", $"user {actor.UserName}", new { before, after = chosen });
        await change.CommitAsync(cancellation);
    }
}

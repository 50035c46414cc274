using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>
/// The messages that are still to be sent by e-mail. Several instances may work on it: nobody's are taken twice, for who
/// sends them holds a lock of the person, outside of any transaction. An instance that dies lets go of it, and another one
/// sends. While it is quiet for somebody, his wait, and go together afterwards; what is urgent does not wait.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="settings">When it is quiet for those who have not chosen.</param>
/// <param name="time">The clock.</param>
public sealed class UnsentMessages(IDbContextFactory<DashboardContext> contexts, WorkingDays days, MessageSettings settings, TimeProvider time)
{
    /// <summary>The most people that are looked at before it is said that there is nothing to send.</summary>
    private const int MaxPeople = 20;

    // What nobody could send for so many working days is stale; it still stands in the application. Holidays do not count: those who want
    // no mail then are sent it afterwards.
    private const int FreshDays = 3;

    // Whoever takes over an account could else choose quiet hours first; and what lets the house down is not to wait for the morning.
    private static readonly MessageKind[] Urgent =
        [MessageKind.CredentialChanged, MessageKind.AccountRequested, MessageKind.AccountDecided, MessageKind.AuditBroken, MessageKind.BackupLate];

    /// <summary>Hands over the unsent, unread messages of one person who has an address, and marks them as sent.</summary>
    /// <param name="except">Whose are left alone for now.</param>
    /// <param name="send">Sends them; what it throws leaves them unsent.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False if there was nothing to send.</returns>
    public async Task<bool> SendNextAsync(
        IReadOnlyCollection<Guid> except, Func<Guid, string, string, IReadOnlyList<Message>, Task> send, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(except);
        ArgumentNullException.ThrowIfNull(send);
        await using var context = await contexts.ReadAsync(cancellation);
        // A lock of the session: it goes with the connection.
        await context.Database.OpenConnectionAsync(cancellation);
        foreach (var person in await PeopleAsync(context, [.. except], cancellation))
        {
            await using var held = await SessionLock.TryTakeAsync(context, $"xinzhou-dashboard mail {person.Id}", cancellation);
            if (held is null) continue;
            var messages = await (person.OnlyUrgent ? UnsentUrgent(context) : Unsent(context)).Where(m => m.UserId == person.Id).OrderBy(m => m.Id).Take(MessageBox.PageSize)
                .Select(MessageBox.WithNames).ToListAsync(cancellation);
            if (messages.Count == 0) continue;
            await send(person.Id, person.Email!, person.DisplayName, messages);
            var (ids, now) = (messages.ConvertAll(m => m.Id), (DateTimeOffset?)time.GetUtcNow());
            await context.Messages.Where(m => ids.Contains(m.Id))
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.MailedAt, now), CancellationToken.None);
            return true;
        }

        return false;
    }

    private IQueryable<MessageEntity> Unsent(DashboardContext context)
    {
        var since = Shanghai.StartOf(days.Back(Shanghai.DayOf(time.GetUtcNow()), FreshDays));
        // What this version does not know how to say is sent by the one that wrote it.
        return context.Messages.Known(context).Where(m => m.MailedAt == null && m.ReadAt == null && m.At > since);
    }

    private IQueryable<MessageEntity> UnsentUrgent(DashboardContext context)
    {
        var urgent = Urgent;
        return Unsent(context).Where(m => urgent.Contains(m.Kind));
    }

    private async Task<List<Recipient>> PeopleAsync(DashboardContext context, Guid[] except, CancellationToken cancellation)
    {
        var waiting = await Unsent(context)
            .Where(m => m.User.Email != null && m.User.Email != "" && m.User.DisabledAt == null && !except.Contains(m.UserId))
            .GroupBy(m => new { m.User.Id, m.User.Email, m.User.DisplayName })
            .OrderBy(g => g.Min(m => m.Id))
            .Select(g => new Recipient(g.Key.Id, g.Key.Email, g.Key.DisplayName))
            .ToListAsync(cancellation);
        if (waiting.Count == 0) return waiting;
        var chosen = await context.MessagePreferences.ToDictionaryAsync(p => p.UserId, p => p.Preferences(), cancellation);
        var urgent = (await UnsentUrgent(context).Select(m => m.UserId).Distinct().ToListAsync(cancellation)).ToHashSet();
        var now = time.GetUtcNow();
        // Those who want none now do not take the places of those who do.
        return
        [
            .. waiting
                .Select(r => r with
                {
                    OnlyUrgent = chosen.GetValueOrDefault(r.Id, MessagePreferences.Default) is not { IsMailed: true } his
                        || his.QuietOr(settings.Quiet).IsQuiet(now, days),
                })
                .Where(r => !r.OnlyUrgent || urgent.Contains(r.Id)).Take(MaxPeople),
        ];
    }

    private sealed record Recipient(Guid Id, string? Email, string DisplayName)
    {
        /// <summary>He wants no mail, or none now.</summary>
        public bool OnlyUrgent { get; init; }
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Deadlines;

/// <summary>
/// Reminds units of what is due soon, and tells of what is overdue: each occasion once, whichever instance does it. Another day of the same
/// thing, or another unit, is another occasion. Of what became due while nobody looked only that it is late is told. Returns have a calendar
/// of their own, and notices that are late climb their ladder.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives what is owed.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="settings">How long before its day something is reminded of.</param>
/// <param name="time">The clock.</param>
public sealed class DeadlineReminders(
    IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, WorkingDays days, MessageSettings settings, TimeProvider time)
{
    /// <summary>Leaves the messages that are due now.</summary>
    /// <returns>Of how many occasions somebody was told.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var (snapshot, now) = (snapshots.Current, time.GetUtcNow());
        var (today, dueSoon) = (Shanghai.DayOf(now), snapshot.LightSettings.At(new(now)).DueSoonDays);
        Reminder[] due = [.. OwedDeadlines.Of(snapshot, now, days).Select(o => KindOf(o, today, dueSoon) is { } kind ? new Reminder(kind, o) : null).OfType<Reminder>()];
        if (due.Length == 0) return 0;
        await using (var context = await contexts.ReadAsync(cancellation))
        {
            // No lock is asked for on all the minutes in which everybody is told already.
            if ((await UntoldAsync(context, due, cancellation)).Count == 0) return 0;
        }

        await using var change = await Change.BeginAsync(contexts, "calendar", time, ChangeLock.Messages, cancellation);
        var untold = await UntoldAsync(change.Context, due, cancellation);
        var told = 0;
        // What is of one kind is one message to a unit, but for notices and matters, which have places of their own.
        foreach (var together in untold.GroupBy(r => (r.Kind, r.Owed.Unit, Place: r.HasOwnPlace ? r.Owed.Deadline.Key : "")))
        {
            // Where there is nobody yet it is told as soon as there is somebody.
            if (await TellAsync(change, together.Key.Kind, [.. together.Select(r => r.Owed)], cancellation) == 0) continue;
            change.Context.AddRange(together.Select(r => new ReminderEntity { Occasion = r.Occasion, RemindedAt = change.Now }));
            told += together.Count();
        }

        if (told > 0) await change.CommitAsync(cancellation);
        return told;
    }

    private static async Task<List<Reminder>> UntoldAsync(DashboardContext context, Reminder[] due, CancellationToken cancellation)
    {
        string[] occasions = [.. due.Select(r => r.Occasion)];
        var told = (await context.Reminders.Where(r => occasions.Contains(r.Occasion)).Select(r => r.Occasion).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return [.. due.Where(r => told.Add(r.Occasion))];
    }

    private static Task<int> TellAsync(Change change, MessageKind kind, IReadOnlyList<OwedDeadline> owed, CancellationToken cancellation)
    {
        var (unit, first) = (owed[0].Unit, owed[0].Deadline);
        var details = new MessageDetails
        {
            Department = first.Unit,
            Day = owed.All(o => o.Deadline.Day == first.Day) ? first.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        };
        details = first.Kind switch
        {
            ConcernKind.CheckIns => details with { CheckIns = Telling.Listed([.. owed.SelectMany(o => o.Items)]), Quarter = first.Reference },
            ConcernKind.Notice => details with { Notice = first.Reference, Act = first.Step is { } step ? Code.Of(step) : null, Text = first.Title },
            ConcernKind.Item => details with
            {
                Concern = Code.Of(ConcernKind.Item),
                Reference = owed.Count == 1 ? first.Reference : null,
                About = owed.Count == 1 ? $"{first.Reference} {first.Title}" : Telling.Listed([.. owed.SelectMany(o => o.Items)]),
            },
            _ => details with { Concern = Code.Of(first.Kind), Reference = first.Reference, About = first.Title },
        };
        // The office goes after what is late of the plan; of check-ins it is told when they were missed for good.
        Role[] roles = kind is MessageKind.ItemLate or MessageKind.MatterLate ? [Role.Supervisor] : [];
        return change.TellAsync(kind, details, new() { Units = [unit], Roles = roles }, cancellation);
    }

    private MessageKind? KindOf(OwedDeadline owed, DateOnly today, int dueSoonDays)
    {
        var deadline = owed.Deadline;
        var isNear = today >= owed.NotBefore && today <= deadline.Day && days.Between(today, deadline.Day) <= settings.ReminderDays;
        return deadline.Kind switch
        {
            ConcernKind.CheckIns => deadline.IsLate ? MessageKind.CheckInLate : isNear ? MessageKind.CheckInDue : null,
            // As early as its light says so.
            ConcernKind.Item => deadline.IsLate ? MessageKind.ItemLate
                : today >= owed.NotBefore && today <= deadline.Day && deadline.Day.DayNumber - today.DayNumber <= dueSoonDays ? MessageKind.ItemDue : null,
            ConcernKind.ReviewMatter => deadline.IsLate ? MessageKind.MatterLate : isNear ? MessageKind.MatterDue : null,
            // Signing is due on the day of the assignment, of which everybody was told.
            ConcernKind.Notice => isNear && deadline.Step != NoticeStep.Sign ? MessageKind.NoticeDue : null,
            _ => null,
        };
    }

    private sealed record Reminder(MessageKind Kind, OwedDeadline Owed)
    {
        public string Occasion => string.Create(CultureInfo.InvariantCulture, $"{Code.Of(Kind)} {Owed.Deadline.Key} {Owed.Unit} {Owed.Deadline.Day:yyyy-MM-dd}");

        public bool HasOwnPlace => Owed.Deadline.Kind is ConcernKind.Notice or ConcernKind.ReviewMatter;
    }
}

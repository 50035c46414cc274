using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Deadlines;

/// <summary>
/// 每周提要: on the first working day of a week, from eight in the morning, everybody who has anything in it is left one message: what is late,
/// what is due this week, what waits for him, which lights in his field turned. Once a week, whichever instance does it; if nobody could on
/// that day, on a later one of the same week, and else not at all.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives everything but returns.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="time">The clock.</param>
public sealed class WeeklyDigest(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, WorkingDays days, TimeProvider time)
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(8);

    /// <summary>Leaves the digests, if it is time for them and nobody has.</summary>
    /// <returns>How many people were left one.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var (now, today) = (time.GetUtcNow(), Shanghai.DayOf(time.GetUtcNow()));
        var week = DigestWeek.Of(today);
        // Before the first snapshot nothing is known, and a week has one digest only.
        if (!snapshots.IsLoaded || week.FirstWorkingDay(days) is not { } first || now < Shanghai.StartOf(first) + Morning) return 0;
        var occasion = $"digest {week.Code}";
        await using (var context = await contexts.ReadAsync(cancellation))
        {
            if (await context.Reminders.AnyAsync(r => r.Occasion == occasion, cancellation)) return 0;
        }

        await using var change = await Change.BeginAsync(contexts, "calendar", time, ChangeLock.Messages, cancellation);
        if (await change.Context.Reminders.AnyAsync(r => r.Occasion == occasion, cancellation)) return 0;
        change.Context.Add(new ReminderEntity { Occasion = occasion, RemindedAt = change.Now });
        var left = await LeaveAsync(change, week, cancellation);
        await change.CommitAsync(cancellation);
        return left;
    }

    private async Task<int> LeaveAsync(Change change, DigestWeek week, CancellationToken cancellation)
    {
        var (context, snapshot) = (change.Context, snapshots.Current);
        var board = new DeadlineBoard(snapshot, await WaitingReturns.ReadAsync(context, change.Now, cancellation), change.Now, days);
        var turns = new LightTurns(snapshot, Shanghai.StartOf(week.Monday.AddDays(-7)), change.Now);
        var people = await context.Users.Known(context)
            .Where(u => u.DisabledAt == null && !context.MessagePreferences.Any(p => p.UserId == u.Id && !p.HasDigest))
            .Select(u => new Actor(u.Id, u.UserName!, u.DisplayName, u.Role, u.DepartmentCode))
            .ToListAsync(cancellation);
        var left = 0;
        foreach (var person in people)
        {
            var digest = Of(person, board, turns, week);
            if (digest.IsEmpty) continue;
            context.Add(new MessageEntity { UserId = person.Id, At = change.Now, Kind = MessageKind.Digest, Details = new(), Digest = digest });
            left++;
        }

        return left;
    }

    private static Digest Of(Actor person, DeadlineBoard board, LightTurns turns, DigestWeek week)
    {
        var deadlines = board.Of(person);
        IReadOnlyList<DigestLine> waiting = [.. board.WaitingFor(person)];
        // A return that waits for him stands there, and not a second time by its day.
        var returns = waiting.Where(l => l.Kind == ConcernKind.Return).Select(l => l.Reference).ToHashSet();
        return Digest.Of(
        [
            .. deadlines.Where(d => d.IsLate).Select(d => (DigestSection.Late, DigestLine.Of(d))),
            .. deadlines.Where(d => !d.IsLate && d.Day >= week.Monday && d.Day <= week.Sunday && !(d.Kind == ConcernKind.Return && returns.Contains(d.Reference)))
                .Select(d => (DigestSection.Due, DigestLine.Of(d))),
            .. waiting.Select(l => (DigestSection.Waiting, l)),
            .. turns.Of(person).Select(l => (DigestSection.Turned, l)),
        ]);
    }
}

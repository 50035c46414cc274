using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Calendar;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Opens returns when their day has come, and reminds of those that are due or overdue.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnCalendar(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>
    /// Opens what is to be opened now and leaves the messages that are due now; each once, whichever instance does it.
    /// </summary>
    /// <returns>How many returns were opened.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        await using var change = await Change.BeginAsync(contexts, "calendar", time, ChangeLock.Calendar, cancellation);
        var opened = await OpenAsync(change, cancellation);
        await change.SaveAsync(cancellation);
        await RemindAsync(change, cancellation);
        await change.CommitAsync(cancellation);
        return opened;
    }

    /// <summary>Sets when a form is asked for in a quarter; an event of the audit log.</summary>
    public async Task SetAsync(string form, Quarter quarter, ReturnDates dates, string actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dates);
        await using var change = await Change.BeginAsync(contexts, actor, time, ChangeLock.Calendar, cancellation);
        await change.Context.PutAsync(form, quarter, dates, cancellation);
        change.Audit("calendar.set", $"{form} {quarter}", dates);
        await change.CommitAsync(cancellation);
    }

    private static async Task<int> OpenAsync(Change change, CancellationToken cancellation)
    {
        var (context, now) = (change.Context, change.Now);
        var missing = await context.Calendar
            .Where(c => c.Dates.OpensAt <= now && c.Dates.ClosesAt > now && c.Form.Active)
            .SelectMany(
                c => c.Form.Departments.Where(d => d.Active
                    && !context.Returns.Any(r => r.FormCode == c.FormCode && r.Quarter == c.Quarter && r.DepartmentCode == d.DepartmentCode)),
                (c, d) => new { c.FormCode, c.Quarter, c.Form.Version, d.DepartmentCode })
            .ToListAsync(cancellation);
        context.AddRange(missing.Select(m => new ReturnEntity
        {
            FormCode = m.FormCode,
            FormVersion = m.Version,
            Quarter = m.Quarter,
            DepartmentCode = m.DepartmentCode,
            State = ReturnState.Open,
            OpenedAt = now,
        }));
        return missing.Count;
    }

    /// <summary>Who owes a return, and who reviews it, is told of each kind of reminder once.</summary>
    private static async Task RemindAsync(Change change, CancellationToken cancellation)
    {
        var (context, now) = (change.Context, change.Now);
        var owed = await context.Returns
            .Where(r => (r.State == ReturnState.Open || r.State == ReturnState.InProgress || r.State == ReturnState.Returned)
                && r.Calendar.Dates.ClosesAt > now)
            .Select(r => new { r.Id, r.DepartmentCode, r.OpenedAt, r.Calendar.Dates })
            .ToListAsync(cancellation);
        if (owed.Count == 0) return;

        var ids = owed.ConvertAll(r => r.Id);
        var told = (await context.Messages
            .Where(m => m.ReturnId != null && ids.Contains(m.ReturnId.Value)
                && (m.Kind == MessageKind.Opened || m.Kind == MessageKind.Due || m.Kind == MessageKind.Overdue))
            .Select(m => new { m.UserId, m.Kind, m.ReturnId })
            .ToListAsync(cancellation)).Select(m => (m.UserId, m.Kind, m.ReturnId!.Value)).ToHashSet();
        var people = await context.Users
            .Where(u => u.DisabledAt == null && (u.Role == Role.Reporter || u.Role == Role.Reviewer))
            .Select(u => new { u.Id, u.Role, u.DepartmentCode })
            .ToListAsync(cancellation);
        foreach (var filled in owed)
        {
            var reporters = people.Where(u => u.Role == Role.Reporter && u.DepartmentCode == filled.DepartmentCode).Select(u => u.Id).ToArray();
            if (filled.OpenedAt == now) Tell(MessageKind.Opened, reporters);
            if (filled.Dates.IsDueSoon(now)) Tell(MessageKind.Due, reporters);
            if (filled.Dates.IsOverdue(now)) Tell(MessageKind.Overdue, reporters);
            if (now >= filled.Dates.DueAt.AddDays(filled.Dates.EscalationDays)) Tell(MessageKind.Overdue, people.Where(u => u.Role == Role.Reviewer).Select(u => u.Id));

            void Tell(MessageKind kind, IEnumerable<Guid> users) => context.AddRange(users.Where(u => told.Add((u, kind, filled.Id)))
                .Select(u => new MessageEntity { UserId = u, At = now, Kind = kind, ReturnId = filled.Id, Details = new() }));
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Calendar;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>
/// 填报日历, kept by the system administrator: which form is asked for in which quarter, and when. Before it opens, any date
/// is changed; once returns are open they are given more time, never less. Every change has a reason and an audit event.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class CalendarEntries(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>All entries, the newest quarter first, then by the order of the forms.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await Entries(context).ToListAsync(cancellation);
    }

    /// <summary>Changes an entry, or enters one.</summary>
    /// <param name="form">The code of the form.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="dates">When it is to be asked for.</param>
    /// <param name="seen">The version of the entry that was seen; null for a new one.</param>
    /// <param name="reason">Why; 1–300 letters. A new entry needs none.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<CalendarFault>> SetAsync(
        string form, Quarter quarter, ReturnDates dates, int? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dates);
        if (ChangeReason.Refusal(actor, Right.KeepCatalogue, reason, isNeeded: seen is not null) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Calendar, cancellation);
        var context = change.Context;
        var held = await Entries(context).SingleOrDefaultAsync(e => e.Form == form && e.Quarter == quarter, cancellation);
        if (SeenVersion.Refusal(held?.Version, seen) is { } outdated) return outdated;
        if (held is null && !await context.Forms.AnyAsync(f => f.Code == form && f.Active, cancellation)) return ChangeRefusal.NotFound;
        if (held?.Dates == dates) return ChangeRefusal.Unchanged;
        if (CalendarCheck.Fault(quarter, dates, held, change.Now) is { } fault) return new(ChangeRefusal.Faulty, [fault]);

        await context.PutAsync(form, quarter, dates, cancellation);
        change.Audit(
            "calendar.set", $"{form} {quarter}", new { reason = reason?.Trim(), returns = held?.Returns, before = held?.Dates, after = dates });
        await change.CommitAsync(cancellation);
        return new();
    }

    private static IQueryable<CalendarEntry> Entries(DashboardContext context) => context.Calendar
        .OrderByDescending(c => c.Quarter).ThenBy(c => c.Form.Order)
        .Select(c => new CalendarEntry
        {
            Form = c.FormCode,
            FormName = c.Form.Name,
            FormNameEn = c.Form.NameEn,
            Quarter = c.Quarter,
            Dates = c.Dates,
            Version = c.Version,
            Returns = context.Returns.Count(r => r.FormCode == c.FormCode && r.Quarter == c.Quarter),
            Submitted = context.Returns.Count(r => r.FormCode == c.FormCode && r.Quarter == c.Quarter
                && (r.State == ReturnState.Submitted || r.State == ReturnState.Released || r.State == ReturnState.Correcting)),
        });
}

using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>
/// 填报日历, kept by the system administrator: which form is asked for in which quarter, and when. Before it opens, any date
/// is changed; once returns are open they are given more time, never less. Every change has a reason and an audit event.
/// </summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="time">The clock.</param>
public sealed class CalendarEntries(NpgsqlDataSource application, TimeProvider time)
{
    /// <summary>The maximum length of a reason.</summary>
    public const int MaxLength = 300;

    /// <summary>All entries, the newest quarter first, then by the order of the forms.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        return await ReadAsync(connection, cancellation);
    }

    /// <summary>Changes an entry, or enters one.</summary>
    /// <param name="form">The code of the form.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="dates">When it is to be asked for.</param>
    /// <param name="seen">The version of the entry that was seen; null for a new one.</param>
    /// <param name="reason">Why; 1–300 letters. A new entry needs none.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    /// <returns>Why it was not done; null when it was.</returns>
    public async Task<CalendarRefusal?> SetAsync(
        string form, Quarter quarter, ReturnDates dates, int? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Role.Has(Right.KeepCatalogue)) return CalendarRefusal.WrongRole;
        if (seen is not null && string.IsNullOrWhiteSpace(reason)) return CalendarRefusal.ReasonMissing;
        if (reason?.Trim().Length > MaxLength) return CalendarRefusal.TooLong;

        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // The same turn that opening returns takes: whether any are open does not change meanwhile.
        await using (var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext('xinzhou-dashboard calendar'))", connection))
        {
            await turn.ExecuteNonQueryAsync(cancellation);
        }

        var held = (await ReadAsync(connection, cancellation)).FirstOrDefault(e => e.Form == form && e.Quarter == quarter);
        if (held is null && (seen is not null || !await IsActiveAsync(connection, form, cancellation))) return CalendarRefusal.NotFound;
        if (held is not null && seen is null) return CalendarRefusal.Exists;
        if (held?.Version != seen) return CalendarRefusal.Stale;
        var now = time.GetUtcNow();
        if (CalendarCheck.Refusal(quarter, dates, held, now) is { } refusal) return refusal;

        await using var command = new NpgsqlCommand(
            """
            INSERT INTO return_calendar (form_code, quarter, opens_at, due_at, closes_at, reminder_days, escalation_days)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (form_code, quarter) DO UPDATE SET opens_at = excluded.opens_at, due_at = excluded.due_at,
                closes_at = excluded.closes_at, reminder_days = excluded.reminder_days, escalation_days = excluded.escalation_days,
                version = return_calendar.version + 1
            """, connection);
        command.Parameters.AddWithValue(form);
        command.Parameters.AddWithValue(quarter.Code);
        command.Parameters.AddWithValue(dates.OpensAt.ToUniversalTime());
        command.Parameters.AddWithValue(dates.DueAt.ToUniversalTime());
        command.Parameters.AddWithValue(dates.ClosesAt.ToUniversalTime());
        command.Parameters.AddWithValue(dates.ReminderDays);
        command.Parameters.AddWithValue(dates.EscalationDays);
        await command.ExecuteNonQueryAsync(cancellation);
        await AuditLog.AppendAsync(
            connection, now, actor.UserName, "calendar.set", $"{form} {quarter}",
            new { reason = reason?.Trim(), returns = held?.Returns, before = held?.Dates, after = dates }, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private static async Task<bool> IsActiveAsync(NpgsqlConnection connection, string form, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM forms WHERE code = $1 AND active)", connection);
        command.Parameters.AddWithValue(form);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<IReadOnlyList<CalendarEntry>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.ListAsync(
            """
            SELECT c.form_code, f.name, f.name_en, c.quarter, c.opens_at, c.due_at, c.closes_at, c.reminder_days, c.escalation_days, c.version,
                (SELECT count(*) FROM returns r WHERE (r.form_code, r.quarter) = (c.form_code, c.quarter))::integer,
                (SELECT count(*) FROM returns r WHERE (r.form_code, r.quarter) = (c.form_code, c.quarter)
                    AND r.state IN ('submitted', 'released', 'correcting'))::integer
            FROM return_calendar c JOIN forms f ON f.code = c.form_code ORDER BY c.quarter DESC, f."order"
            """,
            r => new CalendarEntry
            {
                Form = r.GetString(0),
                FormName = r.GetString(1),
                FormNameEn = r.TextOrNull(2),
                Quarter = Quarter.Parse(r.GetString(3))!.Value,
                Dates = new(r.Instant(4), r.Instant(5), r.Instant(6), r.GetInt32(7), r.GetInt32(8)),
                Version = r.GetInt32(9),
                Returns = r.GetInt32(10),
                Submitted = r.GetInt32(11),
            }, cancellation);
}

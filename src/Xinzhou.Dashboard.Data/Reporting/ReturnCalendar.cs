using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Opens returns when their day has come, and reminds of those that are due or overdue.</summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnCalendar(NpgsqlDataSource application, TimeProvider time)
{
    /// <summary>
    /// Opens what is to be opened now and leaves the messages that are due now; each once, whichever instance does it.
    /// </summary>
    /// <returns>How many returns were opened.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, "SELECT pg_advisory_xact_lock(hashtext('xinzhou-dashboard calendar'))", null, cancellation);
        var opened = await ExecuteAsync(connection,
            """
            INSERT INTO returns (form_code, quarter, department_code, opened_at)
            SELECT c.form_code, c.quarter, d.department_code, $1
            FROM return_calendar c JOIN forms f ON f.code = c.form_code AND f.active JOIN form_departments d ON d.form_code = c.form_code AND d.active
            WHERE c.opens_at <= $1 AND c.closes_at > $1
            ON CONFLICT DO NOTHING
            """, now, cancellation);
        await RemindAsync(connection, "opened", "reporter", "r.opened_at = $1", now, cancellation);
        await RemindAsync(connection, "due", "reporter", "c.due_at - make_interval(days => c.reminder_days) <= $1 AND c.due_at > $1", now, cancellation);
        await RemindAsync(connection, "overdue", "reporter", "c.due_at <= $1 AND c.closes_at > $1", now, cancellation);
        await RemindAsync(connection, "overdue", "reviewer", "c.due_at + make_interval(days => c.escalation_days) <= $1 AND c.closes_at > $1", now, cancellation);
        await transaction.CommitAsync(cancellation);
        return opened;
    }

    /// <summary>Sets when a form is asked for in a quarter; an event of the audit log.</summary>
    public async Task SetAsync(string form, Quarter quarter, ReturnDates dates, string actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dates);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
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
        await AuditLog.AppendAsync(connection, time.GetUtcNow(), actor, "calendar.set", $"{form} {quarter}", dates, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static Task<int> RemindAsync(NpgsqlConnection connection, string kind, string role, string when, DateTimeOffset now, CancellationToken cancellation) =>
        ExecuteAsync(connection,
            $"""
            INSERT INTO messages (user_id, at, kind, return_id)
            SELECT u.id, $1, '{kind}', r.id
            FROM returns r JOIN return_calendar c ON (c.form_code, c.quarter) = (r.form_code, r.quarter)
                JOIN users u ON u.role = '{role}' AND u.disabled_at IS NULL AND (u.role <> 'reporter' OR u.department_code = r.department_code)
            WHERE r.state IN ('open', 'in_progress', 'returned') AND {when}
                AND NOT EXISTS (SELECT FROM messages n WHERE n.user_id = u.id AND n.kind = '{kind}' AND n.return_id = r.id)
            """, now, cancellation);

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, DateTimeOffset? now, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (now is { } moment)
        {
            command.Parameters.AddWithValue(moment.ToUniversalTime());
        }

        return await command.ExecuteNonQueryAsync(cancellation);
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Appends to the audit log. The database numbers and chains the events.</summary>
public static class AuditLog
{
    /// <summary>Appends an event of something that changes nothing else: a verification, an export.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="time">The clock.</param>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="subject">To what; may be empty.</param>
    /// <param name="details">More, as JSON.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task AppendAsync(
        IDbContextFactory<DashboardContext> contexts, TimeProvider time, string actor, string action, string subject, object details,
        CancellationToken cancellation = default)
    {
        await using var change = await Change.BeginAsync(contexts, actor, time, null, cancellation);
        change.Audit(action, subject, details);
        await change.CommitAsync(cancellation);
    }

    /// <summary>Appends an event in the transaction of what it tells of.</summary>
    /// <param name="connection">The connection that the change is made on.</param>
    /// <param name="at">When.</param>
    /// <param name="actor">Who: a user, or <c>command</c> for the command line, <c>setup</c> for the first start.</param>
    /// <param name="action">What: <c>import</c>, …</param>
    /// <param name="subject">To what: a file, a figure, …; may be empty.</param>
    /// <param name="details">More, as JSON.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task AppendAsync(
        NpgsqlConnection connection,
        DateTimeOffset at,
        string actor,
        string action,
        string subject,
        object details,
        CancellationToken cancellation)
    {
        // By the names of the columns that are there: a backup is noted in a database of before a new version changes it, too.
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO audit_events
            SELECT * FROM jsonb_populate_record(NULL::audit_events, jsonb_build_object(
                'at', $1::timestamptz, 'actor', $2::text, 'action', $3::text, 'subject', $4::text, 'details', $5::jsonb,
                'address', $6::text, 'session', $7::uuid, 'os_user', $8::text))
            """, connection);
        var origin = AuditOrigin.Current;
        command.Parameters.AddWithValue(at.ToUniversalTime());
        command.Parameters.AddWithValue(actor);
        command.Parameters.AddWithValue(action);
        command.Parameters.AddWithValue(subject);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, JsonSerializer.Serialize(details, JsonSerializerOptions.Web));
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)origin.Address ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Uuid, (object?)origin.Session ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)origin.OsUser ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

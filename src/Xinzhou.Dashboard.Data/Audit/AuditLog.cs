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
        await using var command = new NpgsqlCommand(
            "INSERT INTO audit_events (at, actor, action, subject, details) VALUES ($1, $2, $3, $4, $5)", connection);
        command.Parameters.AddWithValue(at.ToUniversalTime());
        command.Parameters.AddWithValue(actor);
        command.Parameters.AddWithValue(action);
        command.Parameters.AddWithValue(subject);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, JsonSerializer.Serialize(details, JsonSerializerOptions.Web));
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

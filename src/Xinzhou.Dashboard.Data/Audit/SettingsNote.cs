using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Notes in the log with which settings an installation runs, whenever they differ from those it ran with before.</summary>
public static class SettingsNote
{
    private const string Action = "settings.change";

    /// <summary>Appends the event if there is something new to say.</summary>
    /// <param name="application">A data source that connects as the application.</param>
    /// <param name="now">When.</param>
    /// <param name="settings">The settings, without secrets; written as JSON.</param>
    /// <param name="cancellation">Cancels; nothing is then written.</param>
    public static async Task WriteAsync(NpgsqlDataSource application, DateTimeOffset now, object settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Several instances start at once with the same settings: one of them says so.
        await using (var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext('xinzhou-dashboard settings'))", connection))
        {
            await turn.ExecuteNonQueryAsync(cancellation);
        }

        var json = JsonSerializer.Serialize(settings, JsonSerializerOptions.Web);
        await using var last = new NpgsqlCommand(
            "SELECT (details -> 'after')::text, details -> 'after' = $2 FROM audit_events WHERE action = $1 ORDER BY id DESC LIMIT 1", connection);
        last.Parameters.AddWithValue(Action);
        last.Parameters.AddWithValue(NpgsqlDbType.Jsonb, json);
        string? before = null;
        await using (var row = await last.ExecuteReaderAsync(cancellation))
        {
            if (await row.ReadAsync(cancellation))
            {
                if (row.GetBoolean(1))
                {
                    return;
                }

                before = row.TextOrNull(0);
            }
        }

        await AuditLog.AppendAsync(connection, now, "command", "settings.change", "",
            new { before = before is null ? (JsonElement?)null : JsonElement.Parse(before), after = settings }, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}

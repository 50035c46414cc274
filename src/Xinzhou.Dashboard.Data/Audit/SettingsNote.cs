using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Notes in the log with which settings an installation runs, whenever they differ from those it ran with before.</summary>
public static class SettingsNote
{
    internal const string Action = "settings.change";

    /// <summary>Appends the event if there is something new to say.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="time">The clock.</param>
    /// <param name="settings">The settings, without secrets; written as JSON.</param>
    /// <param name="cancellation">Cancels; nothing is then written.</param>
    public static async Task WriteAsync(
        IDbContextFactory<DashboardContext> contexts, TimeProvider time, object settings, CancellationToken cancellation = default)
    {
        // Several instances start at once with the same settings: one of them says so.
        await using var change = await Change.BeginAsync(contexts, "command", time, ChangeLock.Settings, cancellation);
        var last = await change.Context.AuditEvents.Where(e => e.Action == Action).OrderByDescending(e => e.Id)
            .Select(e => e.Details).FirstOrDefaultAsync(cancellation);
        var before = last is null ? null : JsonNode.Parse(last)!["after"];
        if (JsonNode.DeepEquals(before, JsonSerializer.SerializeToNode(settings, JsonSerializerOptions.Web))) return;
        change.Audit(Action, "", new { before, after = settings });
        await change.CommitAsync(cancellation);
    }
}

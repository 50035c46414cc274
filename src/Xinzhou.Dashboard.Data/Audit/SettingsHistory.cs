using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>With which settings an installation ran, and since when: what <see cref="SettingsNote"/> wrote. No secret is among it.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class SettingsHistory(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>More changes than these are not read.</summary>
    public const int MaxChanges = 50;

    /// <summary>The changes, the newest first.</summary>
    public async Task<IReadOnlyList<SettingsChange>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var events = await context.AuditEvents.Where(e => e.Action == SettingsNote.Action).OrderByDescending(e => e.Id).Take(MaxChanges)
            .Select(e => new { e.At, e.Actor, e.Details }).ToListAsync(cancellation);
        return events.ConvertAll(e =>
        {
            using var details = JsonDocument.Parse(e.Details);
            return new SettingsChange(e.At, e.Actor, Read(details.RootElement, "before"), Read(details.RootElement, "after"));
        });
    }

    private static Dictionary<string, string> Read(JsonElement details, string name) =>
        details.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object
            ? part.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString())
            : [];
}

using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the thresholds of lights as they ever were, and what was decided in place of the rules.</summary>
internal static class LightReader
{
    /// <param name="context">The context.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<LightSettingsHistory> SettingsAsync(DashboardContext context, CancellationToken cancellation)
    {
        var all = await context.LightSettings.OrderBy(s => s.Id).Select(s => new { Held = s, By = s.Author.DisplayName }).ToListAsync(cancellation);
        return LightSettingsHistory.Of(all.Select(s => new LightSettingsVersion(s.Held.Settings(), s.By, s.Held.SetAt, s.Held.Reason)));
    }

    /// <param name="context">The context.</param>
    /// <param name="held">The decisions that are held; those with a greater number are read.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<LightOverride>> OverridesAsync(
        DashboardContext context, IReadOnlyList<LightOverride> held, CancellationToken cancellation)
    {
        var after = held is [.., var last] ? last.Id : 0;
        var added = await context.LightOverrides.Where(o => o.Id > after).OrderBy(o => o.Id)
            .Select(o => new { o.Id, o.Subject, o.Colour, o.Reason, o.Until, By = o.Author.DisplayName, o.DecidedAt, o.IsLifted })
            .ToListAsync(cancellation);
        return added.Count == 0 ? held
        :
        [
            .. held,
            // The database takes no other subjects.
            .. added.Select(o => new LightOverride(LightSubject.Parse(o.Subject)!.Value, o.Colour, o.Reason, o.Until, o.By, o.DecidedAt, o.IsLifted) { Id = o.Id }),
        ];
    }
}

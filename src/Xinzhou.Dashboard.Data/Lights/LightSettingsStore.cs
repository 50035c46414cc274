using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Lights;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Data.Lights;

/// <summary>
/// The thresholds of lights with their history. The system administrator keeps them, as he keeps the rules of figures:
/// whoever is judged by the lights (who sets targets, who keeps the plan) does not move the yardstick.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class LightSettingsStore(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>All that ever held, the newest first; empty while those hold that come with the product.</summary>
    public async Task<IReadOnlyList<StoredLightSettings>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var all = await context.LightSettings.OrderByDescending(s => s.Id).Select(s => new { Held = s, By = s.Author.DisplayName }).ToListAsync(cancellation);
        return [.. all.Select(s => new StoredLightSettings(s.Held.Id, new(s.Held.Settings(), s.By, s.Held.SetAt, s.Held.Reason)))];
    }

    /// <summary>Sets the thresholds from now on; the lights of days before are judged by those of their day.</summary>
    /// <param name="settings">What is to hold.</param>
    /// <param name="seen">The number of the settings that were seen; null while those hold that come with the product.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<LightFault>> SaveAsync(
        LightSettings settings, long? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (ChangeReason.Refusal(actor, Right.KeepCatalogue, reason) is { } refusal) return refusal;
        if (!settings.IsSound) return new(ChangeRefusal.Faulty, [LightFault.NotSound]);
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Lights, cancellation);
        var held = await change.Context.LightSettings.AsNoTracking().OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancellation);
        if (SeenVersion.Refusal(held?.Id, seen) is { } outdated) return outdated;
        var before = held is null ? LightSettings.Default : held.Settings();
        if (before == settings) return ChangeRefusal.Unchanged;
        change.Context.Add(new LightSettingsEntity
        {
            Amber = settings.Amber,
            Red = settings.Red,
            GrowthGreen = settings.GrowthGreen,
            GrowthRed = settings.GrowthRed,
            DueSoonDays = settings.DueSoonDays,
            ReportDays = settings.ReportDays,
            SetBy = actor.Id,
            SetAt = change.Now,
            Reason = reason!.Trim(),
        });
        change.Audit("light.settings", "", new { reason = reason.Trim(), before, after = settings });
        await change.CommitAsync(cancellation);
        return new();
    }
}

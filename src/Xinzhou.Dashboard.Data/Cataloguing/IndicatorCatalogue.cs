using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Catalogue;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Cataloguing;

/// <summary>The indicators, kept by the system administrator. A change is told to every instance by its commit.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class IndicatorCatalogue(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    internal const string Action = "indicator.set";

    /// <summary>All indicators, in their order.</summary>
    public async Task<IReadOnlyList<StoredIndicator>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await Stored(context.Indicators.Known(context).OrderBy(i => i.Order)).ToListAsync(cancellation);
    }

    /// <summary>An indicator; null if there is none of the code.</summary>
    public async Task<StoredIndicator?> FindAsync(string code, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await Stored(context.Indicators.Known(context).Where(i => i.Code == code)).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Changes an indicator, or enters a new one, which then stands last.</summary>
    /// <param name="indicator">As it is to be; its code tells which, and its order is left as it is.</param>
    /// <param name="seen">The version that was seen; null for a new one.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<CatalogueFault>> SaveAsync(
        Indicator indicator, int? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (ChangeReason.Refusal(actor, Right.KeepCatalogue, reason) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Catalogue, cancellation);
        var catalogue = await CatalogueReader.ReadAsync(change.Context, null, cancellation);
        var held = await Stored(change.Context.Indicators.Known(change.Context).AsNoTracking().Where(i => i.Code == indicator.Code)).SingleOrDefaultAsync(cancellation);
        if (SeenVersion.Refusal(held?.Version, seen) is { } outdated) return outdated;
        var dimensions = await change.Context.Dimensions.Select(d => d.Code).ToListAsync(cancellation);
        if (CatalogueCheck.Faults(indicator, held?.Indicator, catalogue, dimensions) is { Count: > 0 } faults) return new(ChangeRefusal.Faulty, faults);

        var order = held?.Indicator.Order ?? catalogue.Indicators.Select(i => i.Order).DefaultIfEmpty().Max() + 1;
        var kept = indicator with { Order = order, Aliases = [.. indicator.Aliases] };
        if (held is not null && Said(held.Indicator) == Said(kept)) return ChangeRefusal.Unchanged;
        change.Context.Put(kept, held?.Version);
        change.Audit(Action, Subject(kept.Code), new { reason = reason!.Trim(), before = held?.Indicator, after = kept });
        await change.CommitAsync(cancellation);
        return new();
    }

    internal static string Subject(string code) => $"indicator {code}";

    // Records compare lists by who they are, not by what they hold.
    private static (Indicator, string) Said(Indicator indicator) => (indicator with { Aliases = [] }, string.Join('|', indicator.Aliases));

    private static IQueryable<StoredIndicator> Stored(IQueryable<Indicator> indicators) =>
        indicators.Select(i => new StoredIndicator(i, EF.Property<int>(i, CatalogueConfiguration.Version)));
}

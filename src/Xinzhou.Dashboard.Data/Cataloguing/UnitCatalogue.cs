using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Catalogue;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Cataloguing;

/// <summary>
/// The statistical units. Which there are and how they belong together is given; what else they are called is kept by the
/// system administrator.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class UnitCatalogue(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    internal const string Action = "unit.set";

    /// <summary>All units, in their order.</summary>
    public async Task<IReadOnlyList<StoredUnit>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await Stored(context.StatisticalUnits.Known(context).OrderBy(u => u.Order)).ToListAsync(cancellation);
    }

    /// <summary>A unit; null if there is none of the code.</summary>
    public async Task<StoredUnit?> FindAsync(string code, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await Stored(context.StatisticalUnits.Known(context).Where(u => u.Code == code)).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Changes what else a unit is called.</summary>
    /// <param name="code">Which.</param>
    /// <param name="aliases">All its other names, as they are to be.</param>
    /// <param name="seen">The version that was seen.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<CatalogueFault>> SetAliasesAsync(
        string code, IReadOnlyList<string> aliases, int seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        if (ChangeReason.Refusal(actor, Right.KeepCatalogue, reason) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Catalogue, cancellation);
        var held = await Stored(change.Context.StatisticalUnits.Known(change.Context).AsNoTracking().Where(u => u.Code == code)).SingleOrDefaultAsync(cancellation);
        if (SeenVersion.Refusal(held?.Version, seen) is { } outdated) return outdated;
        var kept = held!.Unit with { Aliases = [.. aliases] };
        if (CatalogueCheck.Faults(kept, await CatalogueReader.ReadAsync(change.Context, null, cancellation)) is { Count: > 0 } faults) return new(ChangeRefusal.Faulty, faults);
        if (held.Unit.Aliases.SequenceEqual(aliases)) return ChangeRefusal.Unchanged;
        change.Context.Put(kept, held.Version);
        change.Audit(Action, Subject(code), new { reason = reason!.Trim(), before = held.Unit.Aliases, after = kept.Aliases });
        await change.CommitAsync(cancellation);
        return new();
    }

    internal static string Subject(string code) => $"unit {code}";

    private static IQueryable<StoredUnit> Stored(IQueryable<StatisticalUnit> units) =>
        units.Select(u => new StoredUnit(u, EF.Property<int>(u, CatalogueConfiguration.Version)));
}

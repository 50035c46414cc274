using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Catalogue;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Cataloguing;

/// <summary>Which indicators the overview puts in front, chosen by the system administrator.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class HeadlineCatalogue(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    internal const string Action = "headlines.set";

    /// <summary>Those that are chosen, in their order.</summary>
    public async Task<IReadOnlyList<HeadlineIndicator>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return (await CatalogueReader.ReadAsync(context, null, cancellation)).Headlines;
    }

    /// <summary>Chooses anew.</summary>
    /// <param name="chosen">All that are to be put in front, in their order: 1–8.</param>
    /// <param name="seen">Those that were chosen when the choice was made.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<CatalogueFault>> SetAsync(
        IReadOnlyList<HeadlineIndicator> chosen, IReadOnlyList<HeadlineIndicator> seen, string? reason, Actor actor,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(seen);
        if (ChangeReason.Refusal(actor, Right.KeepCatalogue, reason) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Catalogue, cancellation);
        var catalogue = await CatalogueReader.ReadAsync(change.Context, null, cancellation);
        if (!catalogue.Headlines.SequenceEqual(seen)) return ChangeRefusal.Stale;
        if (CatalogueCheck.Faults(chosen, catalogue) is { Count: > 0 } faults) return new(ChangeRefusal.Faulty, faults);
        if (catalogue.Headlines.SequenceEqual(chosen)) return ChangeRefusal.Unchanged;
        await change.Context.Headlines.ExecuteDeleteAsync(cancellation);
        change.Context.Headlines.AddRange(HeadlineEntity.Of(chosen));
        change.Audit(Action, "", new { reason = reason!.Trim(), before = catalogue.Headlines, after = chosen });
        await change.CommitAsync(cancellation);
        return new();
    }
}

using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Chains;
using Xinzhou.Dashboard.Domain.Chains;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Chains;

/// <summary>产业链 and their 链长. No source names any: there are those that somebody took down. A later version takes the place of the earlier.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class IndustryChains(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Takes a chain down, or says something else of one.</summary>
    /// <param name="chain">Which one; null for another one.</param>
    /// <param name="entry">What is said of it.</param>
    /// <param name="seen">The number of its last version that was seen; null for another one.</param>
    /// <param name="reason">Why: the document, the decision; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<ChainFault>> SaveAsync(
        Guid? chain, ChainEntry entry, long? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (ChangeReason.Refusal(actor, Right.KeepChains, reason) is { } refusal) return refusal;
        var said = entry.Trimmed();
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Conduct, cancellation);
        var context = change.Context;
        var tasks = await context.KeyTasks.Select(t => t.Number).ToHashSetAsync(cancellation);
        var isIndicator = said.Indicator is { } code && await context.Indicators.AnyAsync(i => i.Code == code, cancellation);
        List<ChainFault> faults = [.. said.Faults(Shanghai.DayOf(change.Now), tasks.Contains, _ => isIndicator)];
        var standing = await context.IndustryChains.AsNoTracking()
            .Where(c => !context.IndustryChains.Any(later => later.Chain == c.Chain && later.Id > c.Id))
            .ToListAsync(cancellation);
        if (!said.IsClosed && standing.Any(c => c.Chain != chain && !c.IsClosed && c.Name == said.Name)) faults.Add(ChainFault.NameTaken);
        if (faults.Count > 0) return new(ChangeRefusal.Faulty, faults);
        var last = standing.FirstOrDefault(c => c.Chain == chain);
        if (chain is not null && last is null) return ChangeRefusal.NotFound;
        if (SeenVersion.Refusal(last?.Id, seen) is { } outdated) return outdated;
        if (last?.Entry == said) return ChangeRefusal.Unchanged;
        context.Add(new IndustryChainEntity
        {
            Chain = chain ?? Guid.CreateVersion7(change.Now),
            Name = said.Name,
            Head = said.Head,
            HeadSince = said.HeadSince,
            TaskNumber = said.Task,
            IndicatorCode = said.Indicator,
            IsClosed = said.IsClosed,
            Reason = reason!.Trim(),
            SaidBy = actor.Id,
            SaidAt = change.Now,
        });
        change.Audit("chain.set", said.Name, new { reason = reason.Trim(), before = last?.Entry, after = said });
        await change.CommitAsync(cancellation);
        return new();
    }
}

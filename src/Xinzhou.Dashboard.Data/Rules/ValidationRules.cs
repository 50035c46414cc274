using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Rules;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Rules;

/// <summary>
/// The validation rules and their history. A change is one transaction: the new version, what is in force, and the audit
/// event; its commit tells every instance.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives the catalogue that rules speak of.</param>
/// <param name="time">The clock.</param>
public sealed class ValidationRules(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>All rules there are or were: those in force first, in their order.</summary>
    public async Task<IReadOnlyList<StoredRule>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await ReadAsync(context, context.RuleVersions, cancellation);
    }

    /// <summary>One rule; null when there never was one of the code.</summary>
    public async Task<StoredRule?> FindAsync(string code, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await FindAsync(context, code, cancellation);
    }

    /// <summary>Puts a definition into force: of a new rule, of one in force, or of one that was taken out.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="definition">What it is to say.</param>
    /// <param name="seen">The number of the version that was seen; null for a new rule.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<RuleFault>> SaveAsync(
        string code, RuleDefinition definition, long? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (ChangeReason.Refusal(actor, Right.KeepCatalogue, reason) is { } refusal) return refusal;
        if (RuleCheck.Faults(code, definition, snapshots.Current.Catalogue) is { Count: > 0 } faults) return new(ChangeRefusal.Faulty, faults);
        return await ChangeAsync(code, seen, definition, reason!.Trim(), actor, cancellation);
    }

    /// <summary>Takes a rule out of force. Its history stays.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="seen">The number of the version that was seen.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<RuleFault>> TakeOutAsync(string code, long seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if (ChangeReason.Refusal(actor, Right.KeepCatalogue, reason) is { } refusal) return refusal;
        return await ChangeAsync(code, seen, null, reason!.Trim(), actor, cancellation);
    }

    private async Task<ChangeOutcome<RuleFault>> ChangeAsync(
        string code, long? seen, RuleDefinition? definition, string reason, Actor actor, CancellationToken cancellation)
    {
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Rules, cancellation);
        var context = change.Context;
        var held = await FindAsync(context, code, cancellation);
        if (SeenVersion.Refusal(held?.Latest.Number, seen) is { } outdated) return outdated;
        if (definition is null && held is not { IsInForce: true }) return ChangeRefusal.NotFound;
        var (before, after) = (held?.Latest.Definition?.ToJson(), definition?.ToJson());
        if (before == after) return ChangeRefusal.Unchanged;

        context.Add(new RuleVersionEntity { Code = code, Definition = after, ChangedBy = actor.Id, ChangedAt = change.Now, Reason = reason });
        var inForce = await context.Rules.SingleOrDefaultAsync(r => r.Code == code, cancellation);
        if (after is null) context.Remove(inForce!);
        else if (inForce is not null) inForce.Definition = after;
        else context.Add(new RuleEntity { Code = code, Order = await NextOrderAsync(context, cancellation), Definition = after });
        change.Audit("rule.change", $"rule {code}", new { reason, before, after });
        await change.CommitAsync(cancellation);
        return new();
    }

    private static async Task<int> NextOrderAsync(DashboardContext context, CancellationToken cancellation) =>
        (await context.Rules.MaxAsync(r => (int?)r.Order, cancellation) ?? 0) + 1;

    private static async Task<StoredRule?> FindAsync(DashboardContext context, string code, CancellationToken cancellation) =>
        (await ReadAsync(context, context.RuleVersions.Where(v => v.Code == code), cancellation)).SingleOrDefault();

    private static async Task<IReadOnlyList<StoredRule>> ReadAsync(
        DashboardContext context, IQueryable<RuleVersionEntity> which, CancellationToken cancellation)
    {
        var versions = await which.Select(v => new
        {
            v.Id,
            v.Code,
            v.Definition,
            v.ChangedBy,
            Name = v.Author == null ? "" : v.Author.DisplayName,
            v.ChangedAt,
            v.Reason,
            Order = context.Rules.Where(r => r.Code == v.Code).Select(r => (int?)r.Order).SingleOrDefault() ?? int.MaxValue,
        }).OrderBy(v => v.Order).ThenBy(v => v.Code).ThenByDescending(v => v.Id).ToListAsync(cancellation);
        return
        [
            .. versions.GroupBy(v => v.Code).Select(g => new StoredRule(g.Key,
            [
                .. g.Select(v => new RuleVersion(
                    v.Id,
                    v.Definition is null ? null : RuleDefinition.Read(v.Code, v.Definition),
                    v.ChangedBy is { } who ? new(who, v.Name) : null,
                    v.ChangedAt,
                    v.Reason)),
            ])),
        ];
    }
}

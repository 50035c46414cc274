using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Chains;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the rule of scores and the industry chains, as they ever were, and who has an account.</summary>
internal static class ConductReader
{
    /// <param name="context">The context.</param>
    /// <param name="held">What is held; what has a greater number is read.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<AssessmentRuleVersion>> RulesAsync(
        DashboardContext context, IReadOnlyList<AssessmentRuleVersion> held, CancellationToken cancellation)
    {
        var after = held is [.., var last] ? last.Id : 0;
        var added = await context.AssessmentRules.Where(r => r.Id > after).OrderBy(r => r.Id)
            .Select(r => new { Row = r, By = r.Author.DisplayName })
            .AsNoTracking()
            .ToListAsync(cancellation);
        return added.Count == 0 ? held
            : [.. held, .. added.Select(a => new AssessmentRuleVersion(a.Row.Id, a.Row.Rule(), a.By, a.Row.SetAt, a.Row.Reason))];
    }

    /// <param name="context">The context.</param>
    /// <param name="held">What is held; what has a greater number is read.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<IndustryChain>> ChainsAsync(
        DashboardContext context, IReadOnlyList<IndustryChain> held, CancellationToken cancellation)
    {
        var after = held is [.., var last] ? last.Id : 0;
        var added = await context.IndustryChains.Where(c => c.Id > after).OrderBy(c => c.Id)
            .Select(c => new { Row = c, By = c.Author.DisplayName })
            .AsNoTracking()
            .ToListAsync(cancellation);
        return added.Count == 0 ? held
            : [.. held, .. added.Select(a => new IndustryChain(a.Row.Id, a.Row.Chain, a.Row.Entry, a.Row.Reason, new(a.Row.SaidBy, a.By), a.Row.SaidAt))];
    }

    /// <summary>Who has an account: few, and read anew each time, for accounts are changed.</summary>
    /// <param name="context">The context.</param>
    /// <param name="held">What is held; it is given back where nothing changed.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<AccountHolder>> AccountsAsync(
        DashboardContext context, IReadOnlyList<AccountHolder> held, CancellationToken cancellation)
    {
        var all = await context.Users.OrderBy(u => u.Id)
            .Select(u => new AccountHolder(u.DisplayName, u.DepartmentCode, u.DisabledAt != null))
            .ToListAsync(cancellation);
        return all.SequenceEqual(held) ? held : all;
    }
}

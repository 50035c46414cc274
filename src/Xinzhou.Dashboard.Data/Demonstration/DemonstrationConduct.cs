using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Chains;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Conduct;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Chains;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>A made-up rule of scores, set and changed once, and made-up industry chains: one whose 链长 was followed by another, one without.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">The clock of the demonstration.</param>
/// <param name="administrator">Who enters the rule.</param>
/// <param name="supervisor">Who names the heads of chains.</param>
internal sealed class DemonstrationConduct(
    IDbContextFactory<DashboardContext> contexts, DemonstrationClock clock, Actor administrator, Actor supervisor)
{
    /// <param name="plan">The plan.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task EnterAsync(CityPlan plan, DateTimeOffset now, CancellationToken cancellation)
    {
        var rules = new AssessmentRules(contexts, clock);
        var rule = new AssessmentRule { Start = 100, Late = -2, SentBack = -1, NoticesLate = -5 };
        clock.Now = now.AddDays(-200);
        Must((await rules.SaveAsync(rule, null, "演示：试行考核规则", administrator, cancellation)).Refusal);
        var first = await AskAsync(context => context.AssessmentRules.MaxAsync(r => r.Id, cancellation), cancellation);
        clock.Now = now.AddDays(-100);
        Must((await rules.SaveAsync(rule with { Start = 80, OnTimeRate = 0.2m, CheckInsMissed = -2 }, first, "演示：按试行情况调整", administrator, cancellation)).Refusal);

        var task = plan.Tasks.FirstOrDefault(t => t.Title.Contains("链长制", StringComparison.Ordinal))?.Number;
        var chain = new ChainEntry { Name = "演示产业链一", Head = "演示链长甲", HeadSince = Shanghai.DayOf(now.AddDays(-300)), Task = task };
        clock.Now = now.AddDays(-90);
        await SaveAsync(null, chain, null, "演示：首次登记", cancellation);
        await SaveAsync(null, new() { Name = "演示产业链二", Task = task }, null, "演示：首次登记，链长未公布", cancellation);
        clock.Now = now.AddDays(-20);
        var held = await AskAsync(context => context.IndustryChains.AsNoTracking().OrderBy(c => c.Id).FirstAsync(cancellation), cancellation);
        await SaveAsync(held.Chain, chain with { Head = "演示链长乙", HeadSince = Shanghai.DayOf(now.AddDays(-25)) }, held.Id, "演示：工作分工调整", cancellation);
        clock.Now = now;
    }

    private async Task SaveAsync(Guid? which, ChainEntry entry, long? seen, string reason, CancellationToken cancellation) =>
        Must((await new IndustryChains(contexts, clock).SaveAsync(which, entry, seen, reason, supervisor, cancellation)).Refusal);

    private async Task<T> AskAsync<T>(Func<DashboardContext, Task<T>> ask, CancellationToken cancellation)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await ask(context);
    }

    private static void Must(ChangeRefusal? refusal)
    {
        if (refusal is { } why) throw new InvalidOperationException($"The demonstration was refused: {why}.");
    }
}

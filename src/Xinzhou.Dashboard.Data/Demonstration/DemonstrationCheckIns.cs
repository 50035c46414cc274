using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>
/// Made-up check-ins of the last quarter: one acknowledged with its evidence, one that waits, one that came back; of the other
/// items of the silent tasks nothing is sent.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">The clock of the demonstration.</param>
/// <param name="reporters">Who reports for each unit.</param>
/// <param name="supervisor">Who decides.</param>
internal sealed class DemonstrationCheckIns(
    IDbContextFactory<DashboardContext> contexts, DemonstrationClock clock, IReadOnlyDictionary<string, Actor> reporters, Actor supervisor)
{
    private const int Reported = 1;
    private const int Silent = 26;

    private CheckInSteps Steps => new(contexts, clock);

    /// <param name="plan">The plan as it is known.</param>
    /// <param name="quarter">The last quarter that is over.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task EnterAsync(CityPlan plan, Quarter quarter, DateTimeOffset now, CancellationToken cancellation)
    {
        var sent = Shanghai.StartOf(quarter.LastDay.AddDays(10)).AddHours(10);
        var (first, second) = (ItemOf(plan, Reported, 3), ItemOf(plan, Reported, 4));
        await AcknowledgeAsync(await SendAsync(plan, first, quarter, first.Latest?.Percent ?? 40, "演示：完成主体工程并通过中期评估", Earlier(sent, now), cancellation), cancellation);
        await AcknowledgeAsync(await SendAsync(plan, second, quarter, second.Latest?.Percent ?? 40, "演示：按计划推进，完成阶段任务", Earlier(sent.AddHours(2), now), cancellation), cancellation);
        var silent = plan.Task(Silent)!.WorkItems.Where(i => i.Progress.All(p => p.Quarter != quarter) && i.Latest?.Percent != 100).ToList();
        await SendAsync(plan, silent[0], quarter, silent[0].Latest?.Percent ?? 30, "演示：实施方案已印发，正在组织实施", Earlier(sent.AddHours(4), now), cancellation);
        var back = await SendAsync(plan, silent[1], quarter, 100, "演示：已全部完成", Earlier(sent.AddHours(5), now), cancellation);
        clock.Now = Earlier(sent.AddDays(1), now);
        Must((await Steps.SendBackAsync(back, "演示：未见验收材料，请补充或据实填报", supervisor, cancellation)).Refusal);
    }

    private static WorkItem ItemOf(CityPlan plan, int task, int item) => plan.Task(task)!.WorkItems.Single(i => i.Number == item);

    private async Task<long> SendAsync(
        CityPlan plan, WorkItem item, Quarter quarter, decimal percent, string done, DateTimeOffset at, CancellationToken cancellation)
    {
        clock.Now = at;
        var key = new CheckInKey(item.Task, item.Number, quarter);
        var reporter = reporters[CheckInDuties.LeadOf(plan.Task(item.Task)!, item)!];
        long[] evidence = percent == 100 ? [] : await AddAsync(key, reporter, cancellation);
        Must((await Steps.SendAsync(key, new(percent, done, "演示：下季度继续推进"), evidence, null, reporter, cancellation)).Refusal);
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.CheckIns.MaxAsync(c => c.Id, cancellation);
    }

    private async Task<long[]> AddAsync(CheckInKey key, Actor reporter, CancellationToken cancellation)
    {
        using var content = new MemoryStream(DemonstrationFiles.Pdf(key.ToString()));
        var name = FormattableString.Invariant($"演示佐证-{key.Task}-{key.Item}-{key.Quarter.Code}.pdf");
        var outcome = await new EvidenceStore(contexts, clock).AddAsync(key, name, content, reporter, cancellation);
        Must(outcome.Refusal);
        return [outcome.Added!.Id];
    }

    private async Task AcknowledgeAsync(long id, CancellationToken cancellation)
    {
        clock.Now = clock.Now.AddMinutes(30);
        Must((await Steps.AcknowledgeAsync(id, supervisor, cancellation)).Refusal);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static void Must(ChangeRefusal? refusal)
    {
        if (refusal is { } why) throw new InvalidOperationException($"The demonstration was refused: {why}.");
    }
}

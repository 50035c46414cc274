using Xinzhou.Dashboard.Data.Conduct;
using Xinzhou.Dashboard.Data.Tests.Demonstration;
using Xinzhou.Dashboard.Domain.Chains;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Tests.Conduct;

/// <summary>When returns were due, submitted and sent back, over three years of returns; and what the demonstration shows of conduct.</summary>
public sealed class ReturnRecordsTests(DemonstrationDatabase database) : IClassFixture<DemonstrationDatabase>
{
    private ReturnRecords Records => new(database.Contexts);

    [Fact]
    public async Task They_say_the_same_as_the_lists_of_returns()
    {
        var all = (await database.Returns.ListAsync(new())).ToDictionary(r => r.Id);
        var late = 0;
        for (var quarter = new Quarter(2024, 1); quarter != new Quarter(2026, 4); quarter = quarter.Next)
        {
            var due = (await Records.ReadAsync(quarter, database.Day)).Where(r => Quarter.Of(Shanghai.DayOf(r.DueAt)) == quarter).ToList();
            Assert.Equal(all.Values.Where(r => Quarter.Of(Shanghai.DayOf(r.Dates.DueAt)) == quarter).Select(r => r.Id).Order(), due.Select(r => r.Id).Order());
            Assert.All(due, r => Assert.Equal((all[r.Id].SubmittedAt, all[r.Id].Department.Code), (r.SubmittedAt, r.Department)));
            late += due.Count(r => r.SubmittedAt > r.DueAt);
        }

        Assert.NotEqual(0, late);
        Assert.Equal(all.Values.Count(r => Quarter.Of(Shanghai.DayOf(r.Dates.DueAt)) is { Year: >= 2024 } due && due != new Quarter(2026, 4) && r.OnTime(database.Day) == false), late);
    }

    [Fact]
    public async Task What_was_submitted_and_sent_back_after_a_moment_is_not_known_at_it()
    {
        var quarter = new Quarter(2025, 2);
        var now = await Records.ReadAsync(quarter, database.Day);
        var sentBack = now.First(r => r.SentBack.Count > 0);

        var before = (await Records.ReadAsync(quarter, sentBack.SentBack[0].AddSeconds(-1))).Single(r => r.Id == sentBack.Id);
        Assert.Equal((sentBack.SubmittedAt, 0), (before.SubmittedAt, before.SentBack.Count));
        var earlier = (await Records.ReadAsync(quarter, sentBack.SubmittedAt!.Value.AddSeconds(-1))).Single(r => r.Id == sentBack.Id);
        Assert.Null(earlier.SubmittedAt);
    }

    [Fact]
    public void The_demonstration_has_a_rule_that_was_changed_and_chains_with_a_chief_and_without()
    {
        var held = database.Snapshot;

        Assert.Equal([100m, 80m], held.AssessmentRules.Select(r => r.Rule!.Start));
        var chains = IndustryChain.Standing(held.Chains, new(database.Day));
        Assert.Equal(["演示链长乙", null], chains.Select(c => c.Entry.Head));
        Assert.All(chains, c => Assert.StartsWith("演示", c.Entry.Name, StringComparison.Ordinal));
        Assert.Contains(held.Accounts, a => a is { Name: "演示填报人甲", Department: "demo-a", IsDisabled: false });
        Assert.NotEmpty(OwnershipReport.Of(held.PlanAt(new(database.Day)), held.LightsAt(new(database.Day)), [], held.Accounts).ByUnit);
    }
}

using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Conduct.MadeConduct;

namespace Xinzhou.Dashboard.Domain.Tests.Conduct;

/// <summary>How counts become a score: only by a rule, and with everything that it is reckoned from.</summary>
[Trait("Category", "Quick")]
public sealed class AssessmentRuleTests
{
    private static readonly AssessmentRule Rule = new() { Start = 100, OnTimeRate = 0.2m, Late = -2, RedLights = -1.5m };

    [Fact]
    public void A_score_is_the_sum_of_what_is_shown()
    {
        // Two of three in time: the rate that is reckoned with is the one that is shown.
        var sheet = Sheet(At(10, 26, 12), null, null, null, Return(1, "gxj", At(10, 20, 9)), Return(2, "gxj", At(10, 20, 9)), Return(3, "gxj", null));

        var score = Rule.Score(sheet.Find("gxj")!);
        Assert.Equal(
            [(ConductMeasure.OnTimeRate, 66.7m, 13.34m), (ConductMeasure.Late, 1m, -2m), (ConductMeasure.RedLights, 0m, 0m)],
            score.Terms.Select(t => (t.Measure, t.Number!.Value, t.Points)));
        Assert.Equal(111.34m, score.Total);
    }

    [Fact]
    public void Where_nothing_fell_due_there_is_no_rate_and_it_adds_nothing()
    {
        var score = Rule.Score(Sheet(At(10, 26, 12)).Find("fgw")!);

        Assert.Null(score.Terms[0].Number);
        Assert.Equal(100, score.Total);
    }

    [Fact]
    public void A_rule_counts_something_with_points_that_can_be_kept()
    {
        Assert.True(Rule.IsSound);
        Assert.False(new AssessmentRule { Start = 100 }.IsSound);
        Assert.False((Rule with { Start = 10_000.1m }).IsSound);
        Assert.False((Rule with { Late = -10_001 }).IsSound);
        Assert.False((Rule with { Late = 0.00001m }).IsSound);
        Assert.Equal(Rule, AssessmentRule.Of(100, m => Rule[m]));
    }

    [Fact]
    public void What_held_at_a_moment_is_the_last_that_was_entered_by_then()
    {
        AssessmentRuleVersion[] all = [new(1, Rule, "孙管理", At(10, 1, 9), "试行"), new(2, null, "孙管理", At(11, 1, 9), "暂停")];

        Assert.Null(AssessmentRuleVersion.Standing(all, new(At(9, 30, 9))));
        Assert.Equal(Rule, AssessmentRuleVersion.Standing(all, new(At(10, 1, 9)))!.Rule);
        Assert.Null(AssessmentRuleVersion.Standing(all, new(At(11, 2, 9), Clock.Recorded))!.Rule);
    }
}

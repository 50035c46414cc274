using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Judgements;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Judgements;

/// <summary>What is judged of tasks beside their lights, and what they may fail by.</summary>
[Trait("Category", "Quick")]
public sealed class JudgementTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Person Office = new(Guid.NewGuid(), "杜督查");

    [Theory]
    [InlineData(LightColour.Green, 0, 0, 1, 2)]
    [InlineData(LightColour.Blue, 0, 0, 1, 2)]
    [InlineData(LightColour.Amber, -1, 0, 0, 1)]
    [InlineData(LightColour.Red, -2, -1, 0, 0)]
    [InlineData(LightColour.Grey, 0, 0, 0, 0)]
    public void Judgement_and_light_differ_by_so_many_steps(LightColour light, params int[] expected) =>
        Assert.Equal(expected, Enum.GetValues<Confidence>().Select(c => Judged(1, c, Now).DiffersFrom(light)));

    [Fact]
    public void The_last_judgement_of_a_task_that_was_known_stands()
    {
        Judgement[] all = [Judged(1, Confidence.VeryLikely, Now), Judged(2, Confidence.Doubtful, Now.AddDays(1)), Judged(3, Confidence.Unlikely, Now.AddDays(2)) with { Task = 2 }];

        Assert.Equal(Confidence.VeryLikely, Judgement.Standing(all, new(Now)).Values.Single().Confidence);
        var later = Judgement.Standing(all, new(Now.AddDays(3)));
        Assert.Equal([(1, Confidence.Doubtful), (2, Confidence.Unlikely)], later.Values.OrderBy(j => j.Task).Select(j => (j.Task, j.Confidence)));
        Assert.Empty(Judgement.Standing(all, new(Now.AddSeconds(-1))));
    }

    [Fact]
    public void The_last_version_of_each_risk_stands_the_heaviest_first_and_closed_ones_last()
    {
        var (first, second, third) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        TaskRisk[] all =
        [
            Risk(1, first, RiskLikelihood.Low, RiskEffect.Minor),
            Risk(2, second, RiskLikelihood.High, RiskEffect.Severe),
            Risk(3, third, RiskLikelihood.Medium, RiskEffect.Serious),
            Risk(4, second, RiskLikelihood.High, RiskEffect.Severe, isClosed: true),
        ];

        Assert.Equal([third, first, second], TaskRisk.Standing(all, new(Now)).Select(r => r.Risk));
        Assert.Equal([4, 1, 9], TaskRisk.Standing(all, new(Now)).Select(r => r.Weight));
    }

    [Fact]
    public void What_is_wrong_with_a_risk_is_told()
    {
        var right = new RiskEntry { Kind = RiskKind.Dependency, What = "先批用地", Effect = RiskEffect.Serious, OnTask = 2, Owner = "a" };

        Assert.Empty(Faults(right));
        Assert.Equal([RiskFault.WhatMissing], Faults(right with { What = " " }));
        Assert.Equal([RiskFault.OnItself], Faults(right with { OnTask = 1 }));
        Assert.Equal([RiskFault.UnknownTask], Faults(right with { OnTask = 40 }));
        Assert.Equal([RiskFault.UnknownUnit], Faults(right with { Owner = "z" }));
        Assert.Equal([RiskFault.LikelihoodMissing], Faults(right with { Kind = RiskKind.Risk, OnTask = null }));
        Assert.Equal([RiskFault.TooLong], Faults(right with { Measure = new string('长', 501) }));

        static IEnumerable<RiskFault> Faults(RiskEntry entry) => entry.Trimmed().Faults(1, t => t is >= 1 and <= 39, u => u == "a");
    }

    private static Judgement Judged(long id, Confidence confidence, DateTimeOffset at) => new(id, 1, confidence, "现场查看", Office, at);

    private static TaskRisk Risk(long id, Guid risk, RiskLikelihood likelihood, RiskEffect effect, bool isClosed = false) =>
        new(id, risk, 1, new() { Kind = RiskKind.Risk, What = "资金", Likelihood = likelihood, Effect = effect, IsClosed = isClosed }, Office, Now);
}

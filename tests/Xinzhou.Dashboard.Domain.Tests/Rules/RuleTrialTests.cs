using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Rules.Kinds;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

public sealed class RuleTrialTests
{
    private static readonly Series Growth = Series(measure: Measure.Yoy);

    // Shown: 60, 20, -40, 5; the 55 before the 60 is a vintage that is known too. The levels are of no concern.
    private static readonly BookView View = Book(
        Figure(1, 55m, Period.FullYear(2020), Growth), Figure(2, 60m, Period.FullYear(2020), Growth, Stage.Final),
        Figure(3, 20m, Period.FullYear(2021), Growth), Figure(4, -40m, Period.FullYear(2022), Growth), Figure(5, 5m, Period.FullYear(2023), Growth),
        Figure(6, 1000m), Figure(7, 1m, Period.FullYear(2024), Growth, known: "2027-01-01")).At(At("2026-01-01"));

    [Fact]
    public void A_trial_counts_what_it_judged_what_broke_the_rule_and_how_that_differs_from_the_rule_in_force()
    {
        var trial = RuleTrial.Run(new GrowthBoundRule("new", Severity.Warning, 30m), new GrowthBoundRule("old", Severity.Warning, 57m), View, 50);

        Assert.Equal((5, 3, 1, 2, 0), (trial.Judged, trial.Fired, trial.FiredBefore, trial.New, trial.NoLonger));
        Assert.Equal([(4L, true), (1L, true), (2L, false)], trial.Hits.Select(h => (h.Figure.Id, h.IsNew)));
    }

    [Fact]
    public void What_would_no_longer_be_asked_about_is_counted()
    {
        var trial = RuleTrial.Run(new GrowthBoundRule("new", Severity.Warning, 57m), new GrowthBoundRule("old", Severity.Warning, 30m), View, 50);

        Assert.Equal((1, 3, 0, 2), (trial.Fired, trial.FiredBefore, trial.New, trial.NoLonger));
    }

    [Fact]
    public void Only_the_latest_are_listed_but_all_are_counted()
    {
        var trial = RuleTrial.Run(new GrowthBoundRule("new", Severity.Warning, 30m), null, View, 1);

        Assert.Equal((3, (int?)null, 3), (trial.Fired, trial.FiredBefore, trial.New));
        Assert.Equal(4, Assert.Single(trial.Hits).Figure.Id);
    }

    [Fact]
    public void A_rule_among_figures_is_tried_on_those_that_are_shown()
    {
        var trial = RuleTrial.Run(new ChangeOutlierRule("new", Severity.Warning, 3.5m, 8, 10), null, View, 50);

        Assert.Equal((5, 0), (trial.Judged, trial.Fired));
    }

    [Theory]
    [InlineData(10, 5, null, true)]
    [InlineData(10, 4, null, false)]
    [InlineData(9, 9, null, false)]
    [InlineData(11, 6, 5, true)]
    [InlineData(10, 6, 5, false)]
    public void A_rule_that_half_of_history_breaks_is_told_unless_the_one_in_force_does_so_too(int judged, int fired, int? before, bool told) =>
        Assert.Equal(told, new RuleTrial(judged, fired, before, 0, []).FiresOnHalf);

    [Fact]
    public void It_does_not_go_on_for_ever() => Assert.Throws<OperationCanceledException>(() =>
        RuleTrial.Run(new GrowthBoundRule("new", Severity.Warning, 30m), null, View, 50, new CancellationToken(canceled: true)));
}

using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Lights.MadePlan;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Lights;

[Trait("Category", "Quick")]
public sealed class ItemLightTests
{
    [Fact]
    public void What_is_reported_at_100_is_done_also_before_the_start_and_without_a_deadline()
    {
        Assert.Equal((LightColour.Green, LightReason.Done), Judged(Item("2026-01-01", "2026-12-31", progress: ("2026-Q2", 100)), "2026-08-01"));
        Assert.Equal((LightColour.Green, LightReason.Done), Judged(Item("2026-09-01", "2026-12-31", progress: ("2026-Q2", 100)), "2026-08-01"));
        Assert.Equal((LightColour.Green, LightReason.Done), Judged(Item(null, null, progress: ("2026-Q2", 100)), "2026-08-01"));
        Assert.Equal((LightColour.Green, LightReason.Done), Judged(Item("2026-01-01", null, progress: ("2026-Q2", 100)), "2030-08-01"));
    }

    [Fact]
    public void It_is_done_late_if_the_first_of_the_unbroken_reports_of_100_is_of_a_quarter_that_ended_after_the_deadline()
    {
        var late = LightOf(Item("2026-01-01", "2026-06-30", progress: [("2026-Q2", 90), ("2026-Q3", 100), ("2026-Q4", 100)]), "2027-03-01");

        Assert.Equal((LightColour.Green, LightReason.DoneLate), (late.Colour, late.Reason));
        Assert.Equal(Quarter("2026-Q3"), Assert.IsType<ItemInputs>(late.Inputs).DoneSince);
        Assert.Equal(LightReason.Done, Judged(Item("2026-01-01", "2026-06-30", progress: [("2026-Q2", 100), ("2026-Q3", 100)]), "2027-03-01").Reason);
        Assert.Equal(LightReason.DoneLate, Judged(Item("2026-01-01", "2026-06-29", progress: ("2026-Q2", 100)), "2027-03-01").Reason);
    }

    [Fact]
    public void An_earlier_100_that_was_taken_back_does_not_make_it_done_in_time()
    {
        Assert.Equal(LightReason.DoneLate, Judged(Item("2026-01-01", "2026-06-30", progress: [("2026-Q1", 100), ("2026-Q2", 95), ("2026-Q3", 100)]), "2027-03-01").Reason);
        Assert.Equal(LightReason.Overdue, Judged(Item("2026-01-01", "2026-06-30", progress: [("2026-Q1", 100), ("2026-Q3", 95)]), "2027-03-01").Reason);
    }

    [Fact]
    public void A_quarter_without_a_report_does_not_break_the_reports_of_100() =>
        Assert.Equal(LightReason.Done, Judged(Item("2026-01-01", "2026-06-30", progress: [("2026-Q2", 100), ("2026-Q4", 100)]), "2027-03-01").Reason);

    [Fact]
    public void Without_a_start_or_a_deadline_there_is_no_verdict()
    {
        Assert.Equal((LightColour.Grey, LightReason.NoDeadline), Judged(Item("2026-01-01", null, progress: ("2026-Q2", 50)), "2026-08-01"));
        Assert.Equal((LightColour.Grey, LightReason.NoDeadline), Judged(Item(null, "2026-01-01"), "2026-08-01"));
        Assert.Equal((LightColour.Grey, LightReason.NoDeadline), Judged(Item("2026-01-01", null) with { Due = new(null, "长期坚持") }, "2026-08-01"));
    }

    [Fact]
    public void Before_its_start_it_is_not_started()
    {
        var item = Item("2026-08-02", "2026-12-31");

        Assert.Equal((LightColour.Grey, LightReason.NotStarted), Judged(item, "2026-08-01"));
        Assert.Equal((LightColour.Grey, LightReason.NoReportDue), Judged(item, "2026-08-02"));
    }

    [Fact]
    public void After_its_deadline_it_is_overdue_from_the_next_day_on()
    {
        var item = Item("2026-01-01", "2026-09-29", progress: ("2026-Q2", 90));

        Assert.Equal((LightColour.Blue, LightReason.DueSoon), Judged(item, "2026-09-29"));
        Assert.Equal((LightColour.Red, LightReason.Overdue), Judged(item, "2026-09-30"));
    }

    [Fact]
    public void Where_a_quarter_ends_on_the_deadline_it_is_overdue_when_the_report_of_that_quarter_is_due()
    {
        var item = Item("2026-01-01", "2026-09-30", progress: ("2026-Q2", 90));

        Assert.Equal((LightColour.Blue, LightReason.DueSoon), Judged(item, "2026-10-15"));
        var overdue = LightOf(item, "2026-10-16");
        Assert.Equal((LightColour.Red, LightReason.Overdue), (overdue.Colour, overdue.Reason));
        Assert.Equal(Day("2026-10-16"), Assert.IsType<ItemInputs>(overdue.Inputs).ReportDue);
        Assert.Equal(-16, ((ItemInputs)overdue.Inputs).DaysLeft);
        Assert.Equal(LightReason.NothingReported, Judged(Item("2026-01-01", "2026-09-30"), "2026-10-15").Reason);
        Assert.Equal(LightReason.Overdue, Judged(item, "2026-10-11", new() { ReportDays = 10 }).Reason);
    }

    [Fact]
    public void Nothing_is_owed_until_the_day_after_the_fifteenth_day_after_the_quarter()
    {
        var item = Item("2026-01-01", "2027-12-31");

        Assert.Equal((LightColour.Grey, LightReason.NoReportDue), Judged(item, "2026-04-15"));
        Assert.Equal((LightColour.Grey, LightReason.NothingReported), Judged(item, "2026-04-16"));
        Assert.Equal(LightReason.NoReportDue, Judged(item, "2026-04-20", new() { ReportDays = 20 }).Reason);
    }

    [Fact]
    public void A_quarter_that_ended_on_the_day_of_the_start_is_not_reported()
    {
        Assert.Equal(LightReason.NoReportDue, Judged(Item("2026-03-31", "2027-12-31"), "2026-07-15").Reason);
        Assert.Equal(LightReason.NothingReported, Judged(Item("2026-03-31", "2027-12-31"), "2026-07-16").Reason);
        Assert.Equal(LightReason.NothingReported, Judged(Item("2026-03-30", "2027-12-31"), "2026-04-16").Reason);
    }

    [Fact]
    public void The_latest_quarter_that_is_due_must_be_reported_earlier_ones_do_not_stand_for_it()
    {
        var item = Item("2026-01-01", "2027-12-31", progress: ("2026-Q1", 20));

        Assert.Equal(LightReason.Deviation, Judged(item, "2026-07-15").Reason);
        Assert.Equal(LightReason.NothingReported, Judged(item, "2026-07-16").Reason);
        Assert.Equal(LightReason.NothingReported, Judged(Item("2026-01-01", "2027-12-31", progress: ("2026-Q3", 40)), "2026-10-10").Reason);
    }

    [Fact]
    public void A_report_before_any_is_due_is_judged()
    {
        var light = LightOf(Item("2026-01-01", "2027-12-31", progress: ("2026-Q1", 20)), "2026-04-10");

        Assert.Equal((LightColour.Green, LightReason.Deviation), (light.Colour, light.Reason));
        Assert.Null(Assert.IsType<ItemInputs>(light.Inputs).ReportQuarter);
    }

    [Fact]
    public void Within_fifteen_days_of_its_deadline_it_is_due_soon()
    {
        var item = Item("2026-01-01", "2026-12-31", progress: ("2026-Q3", 10));

        Assert.Equal((LightColour.Red, LightReason.Deviation), Judged(item, "2026-12-15"));
        Assert.Equal((LightColour.Blue, LightReason.DueSoon), Judged(item, "2026-12-16"));
        Assert.Equal((LightColour.Blue, LightReason.DueSoon), Judged(item, "2026-12-31"));
        Assert.Equal(LightReason.DueSoon, Judged(item, "2026-12-01", new() { DueSoonDays = 30 }).Reason);
        Assert.Equal(15, LightOf(item, "2026-12-16").Thresholds!.Days);
    }

    // 90 of 180 days have passed at the end of the first quarter.
    [Theory]
    [InlineData("40.1", LightColour.Green, "-9.9")]
    [InlineData("40", LightColour.Amber, "-10.0")]
    [InlineData("39.96", LightColour.Amber, "-10.0")]
    [InlineData("40.04", LightColour.Green, "-10.0")]
    [InlineData("20", LightColour.Amber, "-30.0")]
    [InlineData("19.96", LightColour.Red, "-30.0")]
    [InlineData("0", LightColour.Red, "-50.0")]
    [InlineData("99", LightColour.Green, "49.0")]
    [InlineData("49.97", LightColour.Green, "0")]
    public void A_deviation_is_judged_unrounded_and_told_with_one_decimal(string percent, LightColour colour, string value)
    {
        var light = LightOf(Item("2026-01-01", "2026-06-29", progress: ("2026-Q1", Number(percent))), "2026-05-01");

        Assert.Equal((colour, LightReason.Deviation, Number(value)), (light.Colour, light.Reason, light.Value));
        Assert.Equal(new(LightScale.Deviation, -10, -30), light.Thresholds);
        var inputs = Assert.IsType<ItemInputs>(light.Inputs);
        Assert.Equal((Number(percent), 50, Number(percent) - 50), (inputs.Percent, inputs.Planned, inputs.Deviation));
        Assert.Equal((Quarter("2026-Q1"), 1L), (inputs.Quarter, inputs.Report));
    }

    [Fact]
    public void Its_bounds_are_those_of_the_settings()
    {
        var item = Item("2026-01-01", "2026-06-29", progress: ("2026-Q1", 40));

        Assert.Equal(LightColour.Green, Judged(item, "2026-05-01", new() { Amber = -12 }).Colour);
        Assert.Equal(LightColour.Red, Judged(item, "2026-05-01", new() { Amber = -5, Red = -9 }).Colour);
        Assert.Equal(new(LightScale.Deviation, -5, -9), LightOf(item, "2026-05-01", new() { Amber = -5, Red = -9 }).Thresholds);
    }

    // 181 of 365 days: 49.589 %.
    [Theory]
    [InlineData(40, LightColour.Green, "-9.6")]
    [InlineData(39, LightColour.Amber, "-10.6")]
    [InlineData(20, LightColour.Amber, "-29.6")]
    [InlineData(19, LightColour.Red, "-30.6")]
    public void Without_a_plan_the_work_is_planned_evenly_by_days(int percent, LightColour colour, string value)
    {
        var light = LightOf(Item("2026-01-01", "2026-12-31", progress: ("2026-Q2", percent)), "2026-08-01");

        Assert.Equal((colour, Number(value)), (light.Colour, light.Value));
    }

    [Theory]
    [InlineData("2025-12-31", "0")]
    [InlineData("2026-06-30", "25")]
    [InlineData("2026-09-30", "42.5")]
    [InlineData("2026-12-31", "60")]
    [InlineData("2027-06-30", "100")]
    [InlineData("2027-09-30", "100")]
    public void A_plan_goes_linear_by_days_through_its_points(string day, string percent) =>
        Assert.Equal(Number(percent), PlannedProgress.At(Item("2026-01-01", "2027-06-30", "2026-Q2:25, 2026-Q4:60"), Day(day)));

    [Fact]
    public void Before_the_first_point_it_goes_from_nothing_and_after_the_last_to_everything()
    {
        var item = Item("2026-01-01", "2027-06-30", "2026-Q2:25, 2026-Q4:60");

        Assert.Equal(25m * 90 / 181, PlannedProgress.At(item, Day("2026-03-31")));
        Assert.Equal(60 + (40m * 90 / 181), PlannedProgress.At(item, Day("2027-03-31")));
        Assert.Equal(100m / 546, PlannedProgress.At(Item("2026-01-01", "2027-06-30"), Day("2026-01-01")));
    }

    [Fact]
    public void A_point_beyond_the_deadline_says_nothing() =>
        Assert.Equal(50m, PlannedProgress.At(Item("2026-01-01", "2026-06-29", "2026-Q2:60, 2026-Q4:80"), Day("2026-03-31")));

    [Fact]
    public void The_line_goes_to_a_point_on_the_deadline_and_all_is_done_at_the_end_of_that_day()
    {
        var item = Item("2026-01-01", "2026-12-31", "2026-Q2:25, 2026-Q4:60");

        Assert.Equal(42.5m, PlannedProgress.At(item, Day("2026-09-30")));
        Assert.Equal(25 + (35m * 183 / 184), PlannedProgress.At(item, Day("2026-12-30")));
        Assert.Equal(100m, PlannedProgress.At(item, Day("2026-12-31")));
    }

    [Fact]
    public void A_deviation_from_a_plan_names_its_points()
    {
        var light = LightOf(Item("2026-01-01", "2027-06-30", "2026-Q2:25, 2026-Q4:60", progress: ("2026-Q3", 30)), "2026-10-20");

        var inputs = Assert.IsType<ItemInputs>(light.Inputs);
        Assert.Equal((LightColour.Amber, -12.5m), (light.Colour, light.Value));
        Assert.Equal((42.5m, 2), (inputs.Planned, inputs.Path.Count));
    }

    [Theory]
    [InlineData("2026-06-30", "2026-01-01")]
    [InlineData("2026-06-30", "2026-06-30")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("0001-01-01", "0001-01-01")]
    public void Whatever_the_days_are_there_is_a_light(string start, string due)
    {
        foreach (var day in new[] { "0001-01-02", "2026-06-30", "2026-07-20", "9999-12-30" })
        {
            Assert.NotNull(LightOf(Item(start, due, "2026-Q1:30", progress: ("2026-Q2", 30)), day));
        }
    }

    private static (LightColour Colour, LightReason Reason) Judged(Domain.Plan.WorkItem item, string day, LightSettings? settings = null)
    {
        var light = LightOf(item, day, settings);
        return (light.Colour, light.Reason);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

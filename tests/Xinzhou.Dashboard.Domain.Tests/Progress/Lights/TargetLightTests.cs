using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Lights.MadePlan;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Lights;

[Trait("Category", "Quick")]
public sealed class TargetLightTests
{
    private static readonly Indicator Energy = HandMade.Gdp with { Code = "energy", Name = "单位能耗", Direction = Direction.Down };
    private static readonly Indicator Structure = HandMade.Gdp with { Code = "structure", Name = "结构", Direction = Direction.None };
    private static readonly Indicator Urban = HandMade.Gdp with { Code = "urban", Name = "城镇化率", Type = IndicatorType.Ratio, Uom = "%" };

    private readonly HandMade made = new();

    [Fact]
    public void A_target_of_a_later_year_is_assessed_by_the_values_of_the_years_before()
    {
        Years((2020, 200), (2023, 230));
        var target = Target(Period.FullYear(2027), 280);

        var light = Judge(target, "2024-06-01");

        Assert.Equal((LightColour.Green, LightReason.OnTrack), (light.Colour, light.Reason));
        Assert.Equal(0.968484m, decimal.Round(light.Value!.Value, 6));
        Assert.Equal(new(LightScale.Ratio, 0.95m, 0.60m), light.Thresholds);
        var inputs = Assert.IsType<TargetInputs>(light.Inputs);
        Assert.Equal([(2020, 1L, 200m), (2023, 2L, 230m)], inputs.Values.Select(v => (v.Year, v.Figure.Id, v.Value)));
        Assert.Equal((2027, 280m, 2020, AssessmentKind.Level), (inputs.Year, inputs.Bound, inputs.BaseYear, inputs.Kind));
        Assert.Equal(0.0476896, inputs.Assessment!.ObservedRate!.Value, 6);
    }

    // From 100 in 2020, by what is 2023, to 150 in 2030: required are 4.14 % a year.
    [Theory]
    [InlineData(112.8, LightColour.Green, LightReason.OnTrack)]
    [InlineData(110, LightColour.Amber, LightReason.AccelerationNeeded)]
    [InlineData(103, LightColour.Red, LightReason.Limited)]
    [InlineData(95, LightColour.Red, LightReason.Deterioration)]
    [InlineData(150, LightColour.Green, LightReason.Achieved)]
    [InlineData(-1, LightColour.Grey, LightReason.Sign)]
    public void Each_verdict_has_its_colour(double current, LightColour colour, LightReason reason)
    {
        Years((2020, 100), (2023, (decimal)current));

        var light = Judge(Target(Period.FullYear(2030), 150), "2024-06-01");

        Assert.Equal((colour, reason), (light.Colour, light.Reason));
    }

    [Fact]
    public void The_base_is_the_year_of_the_commitment_or_the_next_that_has_a_value()
    {
        Years((2018, 150), (2021, 100), (2022, 104), (2023, 108));
        var target = Target(Period.FullYear(2030), 148);

        Assert.Equal(LightReason.Deterioration, Judge(target, "2024-06-01").Reason);
        Assert.Equal((LightReason.AccelerationNeeded, 2021), With("2021"));
        Assert.Equal((LightReason.AccelerationNeeded, 2021), With("2020年"));
        Assert.Equal((LightReason.AccelerationNeeded, 2022), With("2022-12-31"));
        Assert.Equal(LightReason.NotEnoughValues, With("2024").Reason);

        (LightReason Reason, int? BaseYear) With(string baseline)
        {
            var light = Judge(target, "2024-06-01", Commitment(target, baseline: baseline));
            return (light.Reason, ((TargetInputs)light.Inputs).BaseYear);
        }
    }

    [Fact]
    public void Without_any_value_there_are_not_enough()
    {
        var light = Judge(Target(Period.FullYear(2030), 150), "2024-06-01");

        Assert.Equal((LightColour.Grey, LightReason.NotEnoughValues), (light.Colour, light.Reason));
        Years((2023, 100));
        Assert.Equal(LightReason.NotEnoughValues, Judge(Target(Period.FullYear(2031), 150), "2024-06-01").Reason);
    }

    // The worked numbers of the method for rates: 6 to 4.1 in five years, down.
    [Theory]
    [InlineData("3.0", LightColour.Green, LightReason.OnTrack, "-0.0364")]
    [InlineData("2.8", LightColour.Amber, LightReason.AccelerationNeeded, "0.1231")]
    [InlineData("2.5", LightColour.Red, LightReason.Limited, "0.2875")]
    public void Growth_gaps_and_shares_are_assessed_as_rates(string value, LightColour colour, LightReason reason, string miss)
    {
        foreach (var (indicator, measure) in new[] { (Urban, Measure.Share), (HandMade.Gdp, Measure.Yoy) })
        {
            foreach (var (year, rate) in new[] { (2019, 6m), (2020, 5.5m), (2021, 5.2m), (2022, 4.6m), (2023, 4.4m), (2024, 4.1m) })
            {
                made.Add(Period.FullYear(year), rate, indicator, measure: measure);
            }

            var light = Judge(Target(Period.FullYear(2027), Number(value), indicator, measure, Comparator.AtMost), "2025-06-01");

            Assert.Equal((colour, reason, Number(miss)), (light.Colour, light.Reason, decimal.Round(light.Value!.Value, 4)));
            Assert.Equal(new(LightScale.Miss, 0.05m, 0.20m), light.Thresholds);
        }
    }

    [Fact]
    public void Rates_need_four_years_that_follow_one_another()
    {
        Rates(Period.BareYear, (2019, 6), (2020, 5.5m), (2022, 4.6m), (2023, 4.4m));

        Assert.Equal(LightReason.GapInYears, Judge(Target(Period.FullYear(2027), 3, Urban, Measure.Share, Comparator.AtMost), "2024-06-01").Reason);
    }

    [Theory]
    [InlineData(Comparator.AtLeast, Direction.Down, AssessmentDirection.Up)]
    [InlineData(Comparator.AtMost, Direction.Up, AssessmentDirection.Down)]
    [InlineData(Comparator.Equal, Direction.Down, AssessmentDirection.Down)]
    [InlineData(Comparator.Approximately, Direction.Down, AssessmentDirection.Down)]
    [InlineData(Comparator.Equal, Direction.Up, AssessmentDirection.Up)]
    [InlineData(Comparator.Equal, Direction.None, AssessmentDirection.Up)]
    [InlineData(Comparator.Approximately, Direction.None, AssessmentDirection.Up)]
    public void The_direction_is_the_comparators_else_the_indicators(Comparator comparator, Direction of, AssessmentDirection expected)
    {
        var indicator = of switch { Direction.Down => Energy, Direction.None => Structure, _ => HandMade.Gdp };

        var light = Judge(Target(Period.FullYear(2030), 150, indicator, comparator: comparator), "2024-06-01");

        Assert.Equal(expected, Assert.IsType<TargetInputs>(light.Inputs).Direction);
    }

    [Fact]
    public void About_a_target_is_met_from_five_percent_below_or_as_the_commitment_says()
    {
        Years((2020, 80), (2023, 95));
        var target = Target(Period.FullYear(2023), 100, comparator: Comparator.Approximately);

        var light = Judge(target, "2024-06-01");
        Assert.Equal((LightReason.Achieved, 95m, 5m), (light.Reason, ((TargetInputs)light.Inputs).Bound, ((TargetInputs)light.Inputs).Tolerance));
        Assert.Equal(LightReason.Missed, Judge(target, "2024-06-01", Commitment(target, tolerance: 4)).Reason);
        Assert.Equal(LightReason.Missed, Judge(target, "2024-06-01", Commitment(target, tolerance: 0)).Reason);
        Assert.Equal(LightReason.Missed, Judge(Target(Period.FullYear(2023), 100, comparator: Comparator.Equal, known: "2022-01-02"), "2024-06-01").Reason);
    }

    [Fact]
    public void Downwards_about_a_target_is_met_from_the_tolerance_above_it()
    {
        Years(Energy, (2023, 105));

        Assert.Equal(LightReason.Achieved, Judge(Target(Period.FullYear(2023), 100, Energy, comparator: Comparator.Approximately), "2024-06-01").Reason);
        Assert.Equal(LightReason.Missed, Judge(Target(Period.FullYear(2023), 100, Energy, comparator: Comparator.AtMost, known: "2022-01-02"), "2024-06-01").Reason);
    }

    [Fact]
    public void What_is_required_is_reckoned_toward_the_bound()
    {
        Years((2020, 80), (2023, 85));

        var inputs = (TargetInputs)Judge(Target(Period.FullYear(2030), 100, comparator: Comparator.Approximately), "2024-06-01").Inputs;

        Assert.Equal(Math.Pow(95.0 / 80, 0.1) - 1, inputs.Assessment!.RequiredRate!.Value, 12);
    }

    [Fact]
    public void Only_figures_of_its_scope_and_price_basis_count_in_its_unit()
    {
        Years((2020, 200));
        made.Add(Period.FullYear(2021), 400, scope: "不包括开发区");
        made.Add(Period.FullYear(2022), 400, priceBasis: PriceBasis.Constant);
        made.Add(Period.FullYear(2022), 2_100_000, uom: "万元");
        made.Add(Period.FullYear(2023), 2300, uom: "千吨");

        var inputs = (TargetInputs)Judge(Target(Period.FullYear(2027), 280), "2024-06-01").Inputs;

        Assert.Equal([(2020, 200m), (2022, 210m)], inputs.Values.Select(v => (v.Year, v.Value)));
        var wide = (TargetInputs)Judge(Target(Period.FullYear(2027), 2_800_000, uom: "万元", known: "2020-02-01"), "2024-06-01").Inputs;
        Assert.Equal([(2020, 2_000_000m), (2022, 2_100_000m)], wide.Values.Select(v => (v.Year, v.Value)));
    }

    [Fact]
    public void A_forecast_or_a_target_is_no_value()
    {
        Years((2020, 200), (2022, 220));
        made.Add(Period.FullYear(2023), 500, kind: ValueKind.Forecast);
        made.Add(Period.FullYear(2023), 500, kind: ValueKind.Unstated);
        Target(Period.FullYear(2023), 500);

        var inputs = (TargetInputs)Judge(Target(Period.FullYear(2027), 280), "2024-06-01").Inputs;

        Assert.Equal([2020, 2022], inputs.Values.Select(v => v.Year));
    }

    [Fact]
    public void A_flow_goes_by_full_years_alone()
    {
        made.Add(Period.Ytd(2021, 9), 100);
        made.Add(Period.BareYear(2021), 100);
        made.Add(Period.Point(new(2021, 12, 31)), 100);
        Years((2022, 200));

        var inputs = (TargetInputs)Judge(Target(Period.FullYear(2027), 280), "2024-06-01").Inputs;

        Assert.Equal([2022], inputs.Values.Select(v => v.Year));
    }

    [Fact]
    public void A_stock_goes_by_the_end_of_the_year_else_its_latest_day_in_December_else_the_bare_year()
    {
        Stock(Period.BareYear(2019), 10);
        Stock(Period.BareYear(2020), 20);
        Stock(Period.Point(new(2020, 12, 10)), 21);
        Stock(Period.Point(new(2020, 12, 25)), 22);
        Stock(Period.BareYear(2021), 30);
        Stock(Period.Point(new(2021, 12, 31)), 31);
        Stock(Period.Point(new(2021, 12, 30)), 32);
        Stock(Period.Point(new(2022, 11, 30)), 40);
        Stock(Period.FullYear(2023), 50);

        var inputs = (TargetInputs)Judge(Target(Period.Point(new(2027, 12, 31)), 60, HandMade.Capacity), "2024-06-01").Inputs;

        Assert.Equal([(2019, 10m), (2020, 22m), (2021, 31m)], inputs.Values.Select(v => (v.Year, v.Value)));
        Assert.Equal(2027, inputs.Year);
    }

    [Fact]
    public void A_ratio_goes_by_full_or_bare_years()
    {
        Rates(Period.BareYear, (2020, 50), (2021, 51));
        Rates(Period.FullYear, (2021, 52), (2022, 53));

        var inputs = (TargetInputs)Judge(Target(Period.BareYear(2027), 60, Urban, Measure.Share), "2024-06-01").Inputs;

        Assert.Equal([(2020, 50m), (2021, 52m), (2022, 53m)], inputs.Values.Select(v => (v.Year, v.Value)));
    }

    [Theory]
    [InlineData(99, LightColour.Red, LightReason.Missed)]
    [InlineData(100, LightColour.Green, LightReason.Achieved)]
    public void The_year_itself_decides_once_it_is_known(int value, LightColour colour, LightReason reason)
    {
        Years((2022, 80));
        made.Add(Period.Ytd(2023, 9), 90);
        made.Add(Period.FullYear(2023), value, known: "2023-12-30");
        var target = Target(Period.FullYear(2023), 100);

        Assert.Equal(LightReason.Deviation, Judge(target, "2023-12-29").Reason);
        foreach (var day in new[] { "2023-12-31", "2024-01-01", "2026-01-01" })
        {
            var light = Judge(target, day);
            Assert.Equal((colour, reason), (light.Colour, light.Reason));
            Assert.Null(light.Value);
            Assert.Null(light.Thresholds);
        }
    }

    [Fact]
    public void After_its_year_a_target_without_a_value_of_it_is_grey()
    {
        Years((2021, 300), (2022, 300));
        made.Add(Period.Ytd(2023, 9), 300);
        var target = Target(Period.FullYear(2023), 100);

        Assert.Equal(LightReason.Deviation, Judge(target, "2023-12-31").Reason);
        var light = Judge(target, "2024-01-01");
        Assert.Equal((LightColour.Grey, LightReason.NoValueForYear), (light.Colour, light.Reason));
        Years((2024, 400));
        Assert.Equal(LightReason.NoValueForYear, Judge(target, "2025-06-01").Reason);
    }

    // Half the year is 50 %, and 100 is the target.
    [Theory]
    [InlineData("40.1", LightColour.Green, "-9.9")]
    [InlineData("40", LightColour.Amber, "-10")]
    [InlineData("20", LightColour.Amber, "-30")]
    [InlineData("19.9", LightColour.Red, "-30.1")]
    [InlineData("120", LightColour.Green, "70")]
    public void In_its_year_a_flow_is_held_against_the_share_of_the_months(string value, LightColour colour, string deviation)
    {
        made.Add(Period.Ytd(2023, 3), 90);
        var latest = made.Add(Period.Ytd(2023, 6), Number(value));

        var light = Judge(Target(Period.FullYear(2023), 100), "2023-08-01");

        Assert.Equal((colour, LightReason.Deviation, Number(deviation)), (light.Colour, light.Reason, light.Value));
        Assert.Equal(new(LightScale.Deviation, -10, -30), light.Thresholds);
        var inputs = Assert.IsType<TargetInputs>(light.Inputs);
        Assert.Equal((latest.Id, 6, 50m, null), (inputs.YearToDate!.Figure.Id, inputs.Share!.Months, inputs.Share.Percent, inputs.Share.Year));
    }

    [Fact]
    public void Where_lower_is_better_the_sign_is_reversed()
    {
        made.Add(Period.Ytd(2023, 6), 65, Energy);

        var light = Judge(Target(Period.FullYear(2023), 100, Energy, comparator: Comparator.AtMost), "2023-08-01");

        Assert.Equal((LightColour.Amber, -15m), (light.Colour, light.Value));
    }

    [Fact]
    public void The_share_is_that_of_the_latest_earlier_year_known_in_full()
    {
        Course(2020, 6, 40, 100);
        Course(2021, 6, 45, 100);
        made.Add(Period.FullYear(2022), 100);
        made.Add(Period.Ytd(2023, 6), 40);

        var light = Judge(Target(Period.FullYear(2023), 100), "2023-08-01");

        var share = Assert.IsType<TargetInputs>(light.Inputs).Share!;
        Assert.Equal((2021, 45m, 45m, 100m), (share.Year, share.Percent, share.YearToDate!.Value, share.FullYear!.Value));
        Assert.Equal((LightColour.Green, -5m), (light.Colour, light.Value));
    }

    [Fact]
    public void The_share_is_of_one_stage()
    {
        Course(2021, 6, 40, 100);
        made.Add(Period.Ytd(2022, 6), 45);
        made.Add(Period.FullYear(2022), 100, stage: Stage.Final);
        made.Add(Period.Ytd(2023, 6), 40);

        Assert.Equal(2021, ShareOf("2023-08-01").Year);
    }

    [Theory]
    [InlineData("https://tjj.sxxz.gov.cn/a", "https://tjj.sxxz.gov.cn/b", true)]
    [InlineData("https://tjj.sxxz.gov.cn/a", "tjj.sxxz.gov.cn/b", true)]
    [InlineData("https://tjj.sxxz.gov.cn/a", "https://tjj.shanxi.gov.cn/a", false)]
    [InlineData("统计公报", "统计公报", true)]
    [InlineData("统计公报", "统计月报", false)]
    [InlineData("github:one/a", "github:one/b", false)]
    public void The_share_is_of_one_publisher(string first, string second, bool counts)
    {
        made.Add(Period.Ytd(2022, 6), 45, source: first);
        made.Add(Period.FullYear(2022), 100, source: second);
        made.Add(Period.Ytd(2023, 6), 40, source: "https://elsewhere.example.cn/c");

        Assert.Equal((counts ? 2022 : null, counts ? 45m : 50m), (ShareOf("2023-08-01").Year, ShareOf("2023-08-01").Percent));
    }

    [Theory]
    [InlineData("填报 工业经济 甲单位 2022年四季度", Stage.Preliminary, true)]
    [InlineData("填报 县域经济 甲单位 2022年四季度", Stage.Preliminary, false)]
    [InlineData("填报 工业经济 乙单位 2022年四季度", Stage.Preliminary, false)]
    [InlineData("填报 工业经济 甲单位 2022年四季度", Stage.Final, false)]
    public void Returns_of_one_form_and_department_are_one_publisher(string full, Stage stage, bool counts)
    {
        made.Add(Period.Ytd(2022, 6), 45, source: "填报 工业经济 甲单位 2022年二季度", reliability: Reliability.Return);
        made.Add(Period.FullYear(2022), 100, source: full, stage: stage, reliability: Reliability.Return);
        made.Add(Period.Ytd(2023, 6), 40, source: "填报 工业经济 甲单位 2023年二季度", reliability: Reliability.Return);

        Assert.Equal((counts ? 2022 : null, counts ? 45m : 50m), (ShareOf("2023-08-01").Year, ShareOf("2023-08-01").Percent));
    }

    [Fact]
    public void The_share_needs_the_same_month_scope_and_prices_and_what_was_known()
    {
        made.Add(Period.Ytd(2022, 3), 20);
        made.Add(Period.Ytd(2022, 6), 45, scope: "不包括开发区");
        made.Add(Period.Ytd(2022, 6), 45, priceBasis: PriceBasis.Constant);
        made.Add(Period.FullYear(2022), 100);
        made.Add(Period.Ytd(2023, 6), 40);
        Assert.Null(ShareOf("2023-08-01").Year);

        made.Add(Period.Ytd(2022, 6), 46, known: "2023-08-03");
        Assert.Null(ShareOf("2023-08-02").Year);
        Assert.Equal(46, ShareOf("2023-08-03").Percent);
    }

    [Fact]
    public void The_share_of_a_year_in_another_unit_is_converted()
    {
        made.Add(Period.Ytd(2022, 6), 450_000, uom: "万元");
        made.Add(Period.FullYear(2022), 100);
        made.Add(Period.Ytd(2023, 6), 40);

        Assert.Equal(45, ShareOf("2023-08-01").Percent);
    }

    [Theory]
    [InlineData("6.0", LightColour.Green, "0.5")]
    [InlineData("5.5", LightColour.Green, "0")]
    [InlineData("5.4", LightColour.Amber, "-0.1")]
    [InlineData("4.5", LightColour.Amber, "-1")]
    [InlineData("4.4", LightColour.Red, "-1.1")]
    public void In_its_year_growth_is_held_against_the_target_in_percentage_points(string growth, LightColour colour, string deviation)
    {
        made.Add(Period.Ytd(2023, 6), Number(growth), measure: Measure.Yoy);

        var light = Judge(Target(Period.FullYear(2023), 5.5m, measure: Measure.Yoy), "2023-08-01");

        Assert.Equal((colour, LightReason.Deviation, Number(deviation)), (light.Colour, light.Reason, light.Value));
        Assert.Equal(new(LightScale.GrowthDeviation, 0, -1), light.Thresholds);
        Assert.Null(Assert.IsType<TargetInputs>(light.Inputs).Share);
    }

    [Fact]
    public void Growth_that_is_to_be_low_is_reversed_and_has_settings_of_its_own()
    {
        made.Add(Period.Ytd(2023, 6), 3.5m, Energy, measure: Measure.Yoy);
        var target = Target(Period.FullYear(2023), 3, Energy, Measure.Yoy, Comparator.AtMost);

        Assert.Equal((LightColour.Amber, -0.5m), (Judge(target, "2023-08-01").Colour, Judge(target, "2023-08-01").Value));
        Assert.Equal(LightColour.Green, Judge(target, "2023-08-01", null, new() { GrowthGreen = -0.5m }).Colour);
        Assert.Equal(LightColour.Red, Judge(target, "2023-08-01", null, new() { GrowthRed = -0.4m }).Colour);
    }

    [Fact]
    public void Growth_about_a_target_is_held_against_its_bound()
    {
        made.Add(Period.Ytd(2023, 6), 5.3m, measure: Measure.Yoy);

        var light = Judge(Target(Period.FullYear(2023), 5.5m, measure: Measure.Yoy, comparator: Comparator.Approximately), "2023-08-01");

        Assert.Equal((LightColour.Green, 5.225m), (light.Colour, ((TargetInputs)light.Inputs).Bound));
    }

    [Fact]
    public void In_its_year_everything_else_is_assessed_as_for_later_years()
    {
        Years((2020, 200), (2022, 240));
        Assert.Equal(LightReason.OnTrack, Judge(Target(Period.FullYear(2023), 260), "2023-08-01").Reason);

        Stock(Period.Point(new(2021, 12, 31)), 100);
        Stock(Period.Point(new(2022, 12, 31)), 110);
        Stock(Period.Point(new(2023, 6, 30)), 200);
        Assert.Equal(LightReason.OnTrack, Judge(Target(Period.BareYear(2023), 121, HandMade.Capacity), "2023-08-01").Reason);

        Rates(Period.FullYear, (2019, 50), (2020, 51), (2021, 52), (2022, 53));
        Assert.Equal(LightReason.OnTrack, Judge(Target(Period.FullYear(2023), 54, Urban, Measure.Share), "2023-08-01").Reason);
    }

    [Fact]
    public void A_target_of_nothing_has_no_share_to_be_held_against()
    {
        made.Add(Period.Ytd(2023, 6), 40);

        Assert.Equal(LightReason.NotEnoughValues, Judge(Target(Period.FullYear(2023), 0), "2023-08-01").Reason);
        Assert.Equal(LightReason.NotEnoughValues, Judge(Target(Period.FullYear(2023), -5, known: "2021-02-01"), "2023-08-01").Reason);
    }

    [Fact]
    public void A_target_of_no_year_or_of_part_of_one_has_no_verdict()
    {
        Years((2020, 200), (2023, 230));
        Period[] periods =
        [
            Period.Unstated, Period.Ytd(2026, 6), Period.Quarter(2026, 2), Period.Month(2026, 5), Period.Point(new(2026, 6, 30)),
        ];

        foreach (var period in periods)
        {
            var light = Judge(Target(period, 100), "2024-06-01");
            Assert.Equal((LightColour.Grey, LightReason.NoPeriod), (light.Colour, light.Reason));
            Assert.Null(Assert.IsType<TargetInputs>(light.Inputs).Year);
        }
    }

    [Fact]
    public void The_year_of_a_span_is_its_last()
    {
        Years((2020, 200), (2023, 230));
        var light = Judge(Target(Period.Span(2026, 2027), 280), "2024-06-01");

        Assert.Equal((LightReason.OnTrack, 2027), (light.Reason, ((TargetInputs)light.Inputs).Year));

        made.Add(Period.Span(2021, 2025), 6.1m, measure: Measure.AvgGrowth);
        Assert.Equal(LightReason.Achieved, Judge(Target(Period.Span(2021, 2025), 6, measure: Measure.AvgGrowth), "2026-06-01").Reason);
    }

    [Fact]
    public void Only_shown_targets_have_a_light()
    {
        Years((2020, 200), (2023, 230));
        var old = Target(Period.FullYear(2027), 280, known: "2021-01-01");
        var moved = Target(Period.FullYear(2027), 300, known: "2024-03-01");

        Assert.Equal([old.Id], Board("2024-02-29").Targets.Select(t => t.Figure.Id));
        Assert.Equal([moved.Id], Board("2024-03-01").Targets.Select(t => t.Figure.Id));
        Assert.Null(Board("2024-03-01").Target(old.Id));
        made.Withdraw(moved, "2024-04-01");
        Assert.Equal([old.Id], Board("2024-04-01").Targets.Select(t => t.Figure.Id));
    }

    [Fact]
    public void Both_clocks_answer()
    {
        Years((2020, 200));
        made.Add(Period.FullYear(2023), 230, known: "2024-01-20", recorded: "2024-05-01");
        var target = Target(Period.FullYear(2027), 280);

        Assert.Equal(LightReason.OnTrack, Judge(target, "2024-03-01").Reason);
        Assert.Equal(LightReason.NotEnoughValues, Board("2024-03-01", Clock.Recorded).Target(target.Id)!.Reason);
        Assert.Equal(LightReason.OnTrack, Board("2024-05-01", Clock.Recorded).Target(target.Id)!.Reason);
    }

    [Fact]
    public void Numbers_beyond_reckoning_are_no_values()
    {
        made.Add(Period.FullYear(2022), 7e27m);
        made.Add(Period.Ytd(2023, 6), 1e18m, uom: "亿亿元");
        made.Add(Period.Ytd(2023, 3), 1e18m);

        Assert.NotNull(Judge(Target(Period.FullYear(2023), 7e27m), "2023-08-01"));
        Assert.Equal(LightReason.NotEnoughValues, Judge(Target(Period.FullYear(2023), 0.0000000000000000001m, known: "2021-02-01"), "2023-08-01").Reason);
    }

    private Figure Target(
        Period period, decimal value, Indicator? indicator = null, Measure measure = Measure.Level, Comparator comparator = Comparator.AtLeast,
        string known = "2020-01-01", string? uom = null) =>
        made.Add(period, value, indicator, measure: measure, known: known, recorded: known, kind: ValueKind.Target, comparator: comparator, uom: uom);

    private void Years(params (int Year, decimal Value)[] values) => Years(HandMade.Gdp, values);

    private void Years(Indicator indicator, params (int Year, decimal Value)[] values)
    {
        foreach (var (year, value) in values) made.Add(Period.FullYear(year), value, indicator);
    }

    private void Rates(Func<int, Period> period, params (int Year, decimal Value)[] values)
    {
        foreach (var (year, value) in values) made.Add(period(year), value, Urban, measure: Measure.Share);
    }

    private void Stock(Period period, decimal value) => made.Add(period, value, HandMade.Capacity);

    private void Course(int year, int month, decimal toDate, decimal full)
    {
        made.Add(Period.Ytd(year, month), toDate);
        made.Add(Period.FullYear(year), full);
    }

    private YearShare ShareOf(string day) => ((TargetInputs)Judge(Target(Period.FullYear(2023), 100, known: "2021-01-01"), day).Inputs).Share!;

    private Light Judge(Figure target, string day, Commitment? commitment = null, LightSettings? settings = null) =>
        Board(day, settings: settings, commitment: commitment).Targets
            .Single(t => t.Figure.Series == target.Series && t.Figure.Period == target.Period && t.Figure.Value == target.Value).Light;

    private LightBoard Board(string day, Clock clock = Clock.Known, LightSettings? settings = null, Commitment? commitment = null) => LightBoard.Of(
        CityPlan.Empty with { Commitments = commitment is null ? [] : [commitment] },
        made.Book.At(At(day, clock)), settings ?? LightSettings.Default, [], At(day, clock));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

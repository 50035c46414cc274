using Xinzhou.Dashboard.Web.Charts;

namespace Xinzhou.Dashboard.Web.Tests.Charts;

public sealed class ChartSceneTests
{
    [Fact]
    public void Time_is_true_a_missing_year_keeps_its_room()
    {
        var scene = SceneOf(Sample.Series(ChartForm.Dots, Sample.Year(2020, 1), Sample.Year(2021, 2), Sample.Year(2024, 3)));

        var x = scene.Marks.Where(m => m.Shape == MarkShape.Dot).Select(m => scene.Time.Share(m.X)).ToList();
        Assert.Equal((x[1] - x[0]) * 3, x[2] - x[1], 2);
        Assert.Equal([2020, 2021, 2022, 2023, 2024], scene.Time.Years);
    }

    [Fact]
    public void A_half_year_is_pale_half_as_wide_and_in_front_of_its_year()
    {
        var bars = SceneOf(Sample.Series(ChartForm.Bars, Sample.Half(2020, 459), Sample.Year(2020, 1061.1m)))
            .Marks.Where(m => m.Shape == MarkShape.Bar).ToList();

        Assert.Equal([1061.1m, 459], bars.Select(b => b.Y));
        Assert.Equal(["--d1", "--d1-pale"], bars.Select(b => b.Fill));
        Assert.Equal(bars[0].X, bars[1].X);
        Assert.Equal(0.5m, (bars[1].X2 - bars[1].X) / (bars[0].X2 - bars[0].X), 2);
    }

    [Fact]
    public void Quarters_of_one_series_are_as_wide_as_they_are_long_and_none_is_pale()
    {
        ChartPoint Quarter(int month) => Sample.Point(new(2023, month, 1), new DateOnly(2023, month, 1).AddMonths(3).AddDays(-1), 1, "");

        var bars = SceneOf(Sample.Series(ChartForm.Bars, Quarter(1), Quarter(4), Quarter(7), Quarter(10))).Marks.OrderBy(m => m.X).ToList();

        Assert.All(bars, b => Assert.False(b.Pale));
        Assert.All(bars.Zip(bars.Skip(1)), pair => Assert.True(pair.First.X2 < pair.Second.X));
    }

    [Fact]
    public void A_line_does_not_reach_over_what_is_missing()
    {
        var scene = SceneOf(Sample.Series(ChartForm.Line,
            Sample.Month(2023, 1, 1), Sample.Month(2023, 2, 2), Sample.Month(2023, 3, 3), Sample.Month(2023, 6, 4), Sample.Month(2023, 7, 5)));

        Assert.Equal([(1m, 2m), (2m, 3m), (4m, 5m)], scene.Marks.Where(m => m.Shape == MarkShape.Join).Select(m => (m.Y, m.Y2)));
    }

    [Fact]
    public void A_line_breaks_where_the_scope_changes()
    {
        var scene = SceneOf(Sample.Series(ChartForm.Line,
            Sample.Year(2020, 1), Sample.Year(2021, 2) with { ScopeKey = "不包括开发区" }, Sample.Year(2022, 3)));

        Assert.DoesNotContain(scene.Marks, m => m.Shape == MarkShape.Join);
    }

    [Fact]
    public void A_line_breaks_where_the_price_basis_changes() => Assert.DoesNotContain(
        SceneOf(Sample.Series(ChartForm.Line, Sample.Year(2020, 1) with { PriceKey = "Constant" }, Sample.Year(2021, 2) with { PriceKey = "Current" }, Sample.Year(2022, 3) with { PriceKey = "Constant" })).Marks,
        m => m.Shape == MarkShape.Join);

    [Fact]
    public void No_line_leads_to_what_has_not_happened_and_what_is_expected_does_not_break_one()
    {
        var joins = SceneOf(Sample.Series(ChartForm.Line,
            Sample.Year(2020, 1), Sample.Year(2021, 9) with { Forecast = true }, Sample.Year(2021, 2), Sample.Year(2022, 3),
            Sample.Year(2022, 8) with { Target = true }, Sample.Year(2023, 4) with { Forecast = true }, Sample.Year(2024, 5) with { KindUnstated = true }))
            .Marks.Where(m => m.Shape == MarkShape.Join).Select(m => (m.Y, m.Y2));

        Assert.Equal([(1m, 2m), (2m, 3m)], joins);
    }

    [Fact]
    public void A_forecast_never_hides_the_actual_figure_of_its_period_nor_of_the_year_around_it()
    {
        var scene = SceneOf(Sample.Series(ChartForm.Bars,
            Sample.Year(2025, 100) with { Forecast = true }, Sample.Year(2025, 101.5m), Sample.Half(2025, 49) with { Forecast = true }, Sample.Year(2026, 110) with { Forecast = true }));

        Assert.Equal([(101.5m, false), (110m, true)], scene.Marks.Where(m => m.Shape == MarkShape.Bar).Select(m => (m.Y, m.Point!.Forecast)));
        Assert.Equal("101.5", scene.Marks.Single(m => m.Point?.Value == 101.5m).Label);
        Assert.Equal([49m, 100m], scene.Marks.Where(m => m.Shape == MarkShape.Square).Select(m => m.Y).Order());
    }

    [Fact]
    public void Bars_dots_and_targets_of_one_year_stand_at_one_place()
    {
        var bars = SceneOf(Sample.Series(ChartForm.Bars, Sample.Half(2023, 4), Sample.Year(2023, 9), Sample.Year(2023, 10) with { Target = true }, Sample.Year(2027, 12)));
        var dots = ChartScene.Of([Sample.Series(ChartForm.Dots, Sample.Half(2023, 1), Sample.Year(2023, 2), Sample.Year(2023, 6) with { Target = true }), Province(Sample.Year(2023, 3)), Province(Sample.Year(2027, 5))])!;
        var marks = bars.Marks.Concat(dots.Marks).Where(m => m.Point is { Start.Month: 1, End: { Month: 12, Year: 2023 } });

        Assert.Equal(TimeScale.MiddleOf(2023), Assert.Single(marks.Select(m => (m.X + m.X2) / 2).Distinct()));
        Assert.Equal(
            Assert.Single(bars.Marks, m => m.Point?.End.Month == 6).LabelX,
            Assert.Single(dots.Marks, m => m.Point?.End.Month == 6).X);

        static ChartSeries Province(ChartPoint point) => Sample.Series(ChartForm.Dots, point) with { Tone = ChartTone.Benchmark };
    }

    [Fact]
    public void The_end_of_a_year_stands_with_its_year_and_other_days_where_they_are()
    {
        ChartPoint On(int year, int month, int day, decimal value) => Sample.Point(new(year, month, day), new(year, month, day), value, "");

        Assert.Equal(TimeScale.MiddleOf(2024), SceneOf(Sample.Series(ChartForm.Dots, On(2024, 12, 31, 1), Sample.Year(2027, 2) with { Target = true })).Marks.First(m => m.Shape == MarkShape.Dot).X);
        Assert.Equal(
            [new DateOnly(2024, 7, 1).DayNumber, new DateOnly(2025, 1, 1).DayNumber],
            SceneOf(Sample.Series(ChartForm.Dots, On(2024, 6, 30, 1), On(2024, 12, 31, 2))).Marks.Where(m => m.Shape == MarkShape.Dot).Select(m => (int)m.X));
    }

    [Fact]
    public void Province_and_nation_are_told_apart_by_shape_and_name()
    {
        var scene = ChartScene.Of(
        [
            Sample.Series(ChartForm.Dots, Sample.Year(2020, 5)),
            Sample.Series(ChartForm.Dots, Sample.Year(2020, 6)) with { Name = "山西省", Tone = ChartTone.Benchmark },
            Sample.Series(ChartForm.Dots, Sample.Year(2020, 8)) with { Name = "全国", Tone = ChartTone.Nation },
        ])!;

        Assert.Single(scene.Marks, m => m is { Shape: MarkShape.Square, Beside: "山西省" });
        Assert.Single(scene.Marks, m => m is { Shape: MarkShape.Triangle, Beside: "全国", Fill: null });
    }

    [Fact]
    public void Labels_stay_within_the_drawing()
    {
        ChartPoint Quarter(int month, decimal value) =>
            Sample.Point(new(2023, month, 1), new DateOnly(2023, month, 1).AddMonths(3).AddDays(-1), value, "") with { ShortLabel = "一季度（当季）" };

        var scene = SceneOf(Sample.Series(ChartForm.Dots, Quarter(1, 10.25m), Quarter(4, -3), Quarter(7, 4), Quarter(10, 5)));

        // As wide as LabelPlacer takes them to be: a digit 7.2, a letter of the period 6.2, an ideograph 1.75 times as much.
        Assert.All(scene.Marks.Where(m => m.Side is LabelSide.Above or LabelSide.Below && m.Beside is not null), m =>
            Assert.True(scene.Time.Share(m.LabelX) * 560 >= (m.Label!.Length * 7.2m + m.Beside!.Length * 6.2m * 1.75m) / 2 - 2, $"{m.Label} {m.Beside}"));
    }

    [Fact]
    public void Dots_are_never_joined() =>
        Assert.DoesNotContain(SceneOf(Sample.Series(ChartForm.Dots, Sample.Year(2020, 1), Sample.Year(2021, 2))).Marks, m => m.Shape == MarkShape.Join);

    [Fact]
    public void What_is_provisional_is_pale_what_is_unverified_hollow_a_forecast_ochre_a_target_a_diamond()
    {
        var bars = SceneOf(Sample.Series(ChartForm.Bars,
            Sample.Year(2022, 4) with { Unverified = true }, Sample.Year(2023, 1) with { Provisional = true }, Sample.Year(2024, 2) with { Forecast = true }, Sample.Year(2027, 3) with { Target = true })).Marks;

        Assert.Contains(bars, m => m is { Shape: MarkShape.Bar, Y: 4, Fill: null, Dashed: true, Colour: "--d1" });
        Assert.Contains(bars, m => m is { Shape: MarkShape.Bar, Y: 1, Fill: "--d1-pale", Dashed: true, Colour: "--d1" });
        Assert.Contains(bars, m => m is { Shape: MarkShape.Bar, Y: 2, Fill: null, Dashed: true, Colour: "--d2" });
        Assert.Contains(bars, m => m is { Shape: MarkShape.Diamond, Y: 3, Fill: null });
    }

    [Fact]
    public void A_benchmark_is_a_hollow_square_without_a_stem_and_named_with_its_value_where_it_ends()
    {
        var province = Sample.Series(ChartForm.Dots, Sample.Year(2020, 5.5m), Sample.Year(2021, 6)) with { Name = "全省", Tone = ChartTone.Benchmark };

        var marks = SceneOf(province).Marks;

        Assert.All(marks, m => Assert.True(m is { Shape: MarkShape.Square, Fill: null }));
        Assert.True(marks[0] is { Label: null, Beside: null });
        Assert.True(marks[1] is { Label: "6", Beside: "全省", KeyLabel: true });
    }

    [Fact]
    public void A_benchmark_that_ends_early_is_named_beside_its_end_not_over_the_year()
    {
        var city = Sample.Series(ChartForm.Dots, Sample.Year(2018, 5), Sample.Year(2025, 3.1m));
        var province = Sample.Series(ChartForm.Dots, Sample.Year(2018, 7), Sample.Year(2021, 9.1m)) with { Name = "山西省", Tone = ChartTone.Benchmark };

        var named = Assert.Single(ChartScene.Of([city, province])!.Marks, m => m.Beside == "山西省");

        Assert.True(named is { Label: "9.1", Side: LabelSide.Right });
    }

    [Fact]
    public void An_average_over_years_is_a_level_line()
    {
        var mark = Assert.Single(SceneOf(Sample.Series(ChartForm.Dots, Sample.Point(new(2021, 1, 1), new(2025, 12, 31), 3.5m, "2021—2025年"))).Marks);

        Assert.Equal(MarkShape.Span, mark.Shape);
        Assert.Equal("3.5", mark.Label);
    }

    [Fact]
    public void A_total_over_years_is_no_bar_among_years()
    {
        var total = Sample.Point(new(2021, 1, 1), new(2025, 12, 31), 3374, "2021—2025年");

        Assert.Null(ChartScene.Of([Sample.Series(ChartForm.Bars, total)]));
        Assert.Single(SceneOf(Sample.Series(ChartForm.Bars, total, Sample.Year(2025, 700))).Marks);
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public void Up_to_twelve_figures_are_labelled(int count, bool labelled)
    {
        var scene = SceneOf(Sample.Series(ChartForm.Bars, [.. Enumerable.Range(2010, count).Select(y => Sample.Year(y, y))]));

        Assert.Equal(labelled, scene.Marks.Any(m => m is { Label: not null, RoomAt: 1 }));
    }

    [Fact]
    public void A_label_that_has_no_room_has_it_on_a_wider_drawing()
    {
        var scene = SceneOf(Sample.Series(ChartForm.Line, [.. Enumerable.Range(0, 400).Select(i => Sample.Month(1990 + i / 12, i % 12 + 1, 1000 + i))]));

        Assert.Equal(32, scene.Zoom);
        Assert.DoesNotContain(scene.Marks, m => m is { Label: not null, RoomAt: 1 });
        Assert.InRange(scene.Marks.Count(m => m is { Label: not null }), 390, 400);
    }

    [Fact]
    public void Labels_have_their_room_on_the_drawing_for_which_it_was_found()
    {
        const int ordinary = 560;
        var scene = SceneOf(Sample.Series(ChartForm.Dots, [.. Enumerable.Range(0, 30).Select(i => Sample.Year(1990 + i, 1000 + i % 3))]));

        Assert.Contains(scene.Marks, m => m is { Label: not null, RoomAt: > 1 });
        foreach (var above in scene.Marks.Where(m => m is { Label: not null, Side: LabelSide.Above }).GroupBy(m => m.Y))
        {
            var labels = above.OrderBy(m => m.LabelX).ToList();
            Assert.All(labels.Zip(labels.Skip(1)), pair =>
            {
                var width = ordinary * Math.Max(pair.First.RoomAt, pair.Second.RoomAt);
                Assert.True((scene.Time.Share(pair.Second.LabelX) - scene.Time.Share(pair.First.LabelX)) * width >= 27, $"{pair}");
            });
        }
    }

    [Fact]
    public void A_short_series_is_not_looked_at_closer() =>
        Assert.Equal(1, SceneOf(Sample.Series(ChartForm.Bars, Sample.Year(2020, 1), Sample.Year(2021, 2))).Zoom);

    [Fact]
    public void A_label_keeps_the_decimals_as_published_and_a_true_minus_sign()
    {
        var labels = SceneOf(Sample.Series(ChartForm.Dots, Sample.Year(2018, 5.0m), Sample.Year(2023, -4.2m))).Marks.Select(m => m.Label).OfType<string>();

        Assert.Equal(["5.0", "−4.2"], labels);
    }

    [Fact]
    public void Labels_that_would_cover_one_another_give_way()
    {
        ChartPoint[] crowded = [.. Enumerable.Range(1, 11).Select(d => Sample.Point(new(2023, 1, d), new(2023, 1, d), 1000 + d, "")), Sample.Year(2000, 1)];

        var scene = SceneOf(Sample.Series(ChartForm.Dots, crowded));

        Assert.InRange(scene.Marks.Count(m => m is { Label: not null, RoomAt: 1 }), 2, 6);
    }

    [Fact]
    public void Gaps_and_milestones_stand_behind_the_figures()
    {
        var scene = ChartScene.Of(
            [Sample.Series(ChartForm.Bars, Sample.Year(2018, 1), Sample.Year(2020, 2))],
            [new(new(2019, 1, 1), new(2019, 12, 31), "2019年", "未取得")],
            [new(2027, "2027 目标", "待录入")])!;

        Assert.Equal([MarkShape.Gap, MarkShape.Milestone, MarkShape.Bar, MarkShape.Bar], scene.Marks.Select(m => m.Shape));
        Assert.Equal(2027, scene.Time.LastYear);
    }

    [Fact]
    public void What_was_forecast_before_is_a_thin_line_behind_what_is_forecast_now_and_takes_no_label()
    {
        var now = Sample.Series(ChartForm.Line, Sample.Year(2026, 4) with { Predicted = true }, Sample.Year(2027, 5) with { Predicted = true });
        var former = Sample.Series(ChartForm.Trace, Sample.Year(2026, 1) with { Predicted = true }, Sample.Year(2027, 2) with { Predicted = true });
        var before = former with { Name = "上季度末的预测", Tone = ChartTone.Former };

        var marks = ChartScene.Of([now, before])!.Marks;

        var (old, present) = (marks.Where(m => m.Colour == "--ink-3").ToList(), marks.Where(m => m.Colour == "--d1").ToList());
        Assert.Equal([MarkShape.Join, MarkShape.Dot, MarkShape.Dot], old.Select(m => m.Shape));
        Assert.All(old, m => Assert.True(m is { Small: true, Label: null, Beside: null }));
        Assert.True(old[0].Dashed);
        Assert.DoesNotContain(present, m => m.Shape == MarkShape.Join && m.Small);
        Assert.True(marks.ToList().IndexOf(old[0]) < marks.ToList().FindIndex(m => m is { Shape: MarkShape.Join, Colour: "--d1" }));
    }

    [Fact]
    public void What_has_happened_has_the_better_place_for_its_label_and_what_is_aimed_at_another()
    {
        var marks = SceneOf(Sample.Series(ChartForm.Dots, Sample.Year(2020, 90), Sample.Year(2023, 100), Sample.Year(2023, 100) with { Target = true }, Sample.Year(2024, 80))).Marks;

        Assert.Equal(LabelSide.Above, marks.Single(m => m is { Shape: MarkShape.Dot, Y: 100 }).Side);
        Assert.True(marks.Single(m => m.Shape == MarkShape.Diamond) is { Label: "100", Side: not LabelSide.Above });
    }

    private static ChartScene SceneOf(ChartSeries series) => ChartScene.Of([series])!;
}

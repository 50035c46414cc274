using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Charts;
using Xinzhou.Dashboard.Web.Tests.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Charts;

public sealed class SeriesChartTests : ShellContext
{
    private static readonly ChartSeries Level = Sample.Series(ChartForm.Bars,
        Sample.Year(2018, 989.1m), Sample.Half(2023, 676.5m) with { Provisional = true }, Sample.Year(2025, 1330.4m));

    public SeriesChartTests() => Services.AddSingleton<SnapshotStore>();

    [Fact]
    public void The_figures_stand_in_a_table_latest_first_with_vintage_and_source()
    {
        var rows = Show([Level]).FindAll("tbody tr");

        Assert.Equal(["2025年全年", "2023年上半年", "2018年全年"], rows.Select(r => r.QuerySelector("th")!.ChildNodes[0].TextContent.Trim()));
        Assert.Contains("1330.4亿元", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("初步核算数", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/sources/1", rows[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("初步或推定", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_has_its_row_too()
    {
        var chart = Show([Level], gaps: [new(new(2019, 1, 1), new(2019, 12, 31), "2019年", "未取得")]);

        Assert.Contains(chart.FindAll("tbody tr"), r => r.TextContent.Contains("2019年", StringComparison.Ordinal) && r.TextContent.Contains("未取得", StringComparison.Ordinal));
    }

    [Fact]
    public void The_text_alternative_says_from_to_lowest_highest_and_what_is_missing()
    {
        var chart = Show([Level], gaps: [new(new(2019, 1, 1), new(2019, 12, 31), "2019年", "未取得")]);

        Assert.Equal(
            "忻州市地区生产总值 · 绝对额（亿元，现价）。共3期，2018年全年为989.1亿元，2025年全年为1330.4亿元；" +
            "“全年”各期中，最低2018年全年，989.1亿元；最高2025年全年，1330.4亿元。其中1期为初步或推定。未取得：2019年。",
            chart.Find("x-chart [role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Of_equal_values_none_is_the_lowest_alone() =>
        Assert.Contains(
            "最低2023年全年等2期，2亿元；最高2025年全年，5亿元。",
            Show([Sample.Series(ChartForm.Bars, Sample.Year(2023, 2), Sample.Year(2024, 2), Sample.Year(2025, 5))]).Find("x-chart [role=img]").GetAttribute("aria-label"),
            StringComparison.Ordinal);

    [Fact]
    public void Sums_over_periods_of_several_lengths_are_judged_within_one_length()
    {
        Assert.Contains("“上半年”各期中，最低2024年上半年，2亿元；最高2023年上半年，3亿元。", Said(Sample.Half(2023, 3), Sample.Year(2023, 9), Sample.Half(2024, 2)), StringComparison.Ordinal);
        Assert.Contains("；各期长短不一，不比高低。", Said(Sample.Half(2023, 3), Sample.Year(2023, 9), Sample.Month(2024, 2, 1)), StringComparison.Ordinal);

        string Said(params ChartPoint[] points) => Show([Sample.Series(ChartForm.Bars, points)]).Find("x-chart [role=img]").GetAttribute("aria-label")!;
    }

    [Fact]
    public void The_sentence_has_one_unit_and_the_table_has_both()
    {
        var chart = Show([Sample.Series(ChartForm.Bars, Sample.Year(2023, 3), Sample.Year(2024, 2) with { ValueText = "20000万元", ConvertedText = "2亿元" })]);

        Assert.Contains("2024年全年为2亿元。", chart.Find("x-chart [role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal("20000万元（2亿元）", chart.Find("tbody td.num").TextContent.Trim());
    }

    [Fact]
    public void Growth_is_judged_over_all_periods() =>
        Assert.Contains(
            "；最低2023年上半年，1亿元；最高2024年全年，3亿元。",
            Show([Sample.Series(ChartForm.Dots, Sample.Half(2023, 1), Sample.Year(2023, 2), Sample.Year(2024, 3))]).Find("x-chart [role=img]").GetAttribute("aria-label"),
            StringComparison.Ordinal);

    [Fact]
    public void What_has_not_happened_is_no_highest_or_lowest_and_says_what_it_is()
    {
        var series = Sample.Series(ChartForm.Bars,
            Sample.Year(2023, 3), Sample.Year(2024, 2), Sample.Year(2025, 100) with { Forecast = true, Past = true }, Sample.Year(2025, 5),
            Sample.Year(2026, 1) with { Forecast = true }, Sample.Year(2027, 120) with { Target = true }, Sample.Year(2022, 0.5m) with { KindUnstated = true });

        Assert.Equal(
            "忻州市地区生产总值 · 绝对额（亿元，现价）。共3期，2023年全年为3亿元，2025年全年为5亿元；最低2024年全年，2亿元；最高2025年全年，5亿元。" +
            "2022年全年：未载明是否实际数0.5亿元。2025年全年：曾预计100亿元。2026年全年：预计1亿元。2027年全年：目标120亿元。",
            Said(series));
        Assert.Equal("忻州市地区生产总值 · 绝对额（亿元，现价）。2027年全年：目标120亿元。", Said(Sample.Series(ChartForm.Bars, Sample.Year(2027, 120) with { Target = true })));

        string? Said(ChartSeries one) => Show([one]).Find("x-chart [role=img]").GetAttribute("aria-label");
    }

    [Fact]
    public void In_English_a_forecast_and_a_target_are_called_so_too()
    {
        Speak(Languages.English);

        var said = Show([Sample.Series(ChartForm.Bars, Sample.Year(2025, 5), Sample.Year(2026, 7) with { Forecast = true }, Sample.Year(2027, 9) with { Target = true })])
            .Find("x-chart [role=img]").GetAttribute("aria-label")!;

        Assert.Contains("2026年全年: expected: 7亿元.", said, StringComparison.Ordinal);
        Assert.Contains("2027年全年: target: 9亿元.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_is_not_known_stands_above_the_value_axis()
    {
        var chart = Render<SeriesChart>(p => p.Add(c => c.Id, "level").Add(c => c.Title, "绝对额").Add(c => c.Unit, "亿元")
            .Add(c => c.Series, [Level]).Add(c => c.Milestones, [new(2027, "2027目标", "待录入")]));

        var diamond = chart.Find("svg.at:has(path.diamond)");
        Assert.True(decimal.Parse(diamond.GetAttribute("y")!, CultureInfo.InvariantCulture) + 6 < chart.FindAll("line.grid-line").Min(l => decimal.Parse(l.GetAttribute("y1")!, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_first_paint_is_drawn_without_a_script()
    {
        var chart = Show([Level]);

        Assert.Equal(3, chart.FindAll("x-chart svg.plot > a > rect").Count);
        Assert.Contains(chart.FindAll("x-chart svg text"), t => t.TextContent == "1330.4");
    }

    [Fact]
    public void A_mark_carries_what_is_said_about_its_figure_and_leads_to_it()
    {
        var chart = Show([Level]);

        var marks = chart.FindAll("x-chart [data-tip]");
        Assert.Equal(3, marks.Count);
        var last = marks.Single(m => m.GetAttribute("data-tip")!.Contains("1330.4", StringComparison.Ordinal));
        Assert.Equal(["2025年全年", "1330.4亿元", "初步核算数", "转载 · 发布会报道"], last.GetAttribute("data-tip")!.Split('\n'));
        Assert.Equal("bar", last.ClassName);
        Assert.Equal("/sources/1", last.ParentElement!.GetAttribute("href"));
        // Bars stand on the line of zero.
        var zero = decimal.Parse(chart.Find("line.zero").GetAttribute("y1")!, CultureInfo.InvariantCulture);
        Assert.All(marks, m => Assert.Equal(zero, Number(m, "y") + Number(m, "height")));

        static decimal Number(IElement mark, string attribute) => decimal.Parse(mark.GetAttribute(attribute)!, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_gap_says_that_nothing_was_obtained()
    {
        var chart = Show([Level], gaps: [new(new(2019, 1, 1), new(2019, 12, 31), "2019年", "未取得")]);

        Assert.Contains(chart.FindAll("x-chart rect[data-tip]"), r => r.GetAttribute("data-tip") == "2019年\n未取得");
    }

    [Fact]
    public void Words_of_a_source_are_never_markup()
    {
        var chart = Show([Sample.Series(ChartForm.Bars, Sample.Year(2025, 1) with { SourceText = "\"><script>alert(1)</script>" })]);

        Assert.EndsWith("\"><script>alert(1)</script>", chart.Find("[data-tip]").GetAttribute("data-tip"), StringComparison.Ordinal);
        Assert.Empty(chart.FindAll("script"));
    }

    [Theory]
    [InlineData(2021, false)]
    [InlineData(2000, true)]
    public void Only_a_long_series_offers_a_closer_look(int from, bool offered)
    {
        var chart = Show([Sample.Series(ChartForm.Bars, [.. Enumerable.Range(from, 2025 - from).Select(y => Sample.Year(y, y))])]);

        var buttons = chart.FindAll("button[data-zoom]");
        Assert.Equal(offered ? ["缩小时间轴", "放大时间轴"] : [], buttons.Select(b => b.GetAttribute("aria-label")));
        // It begins with the whole series.
        Assert.All(buttons, b => Assert.Equal(b.GetAttribute("data-zoom") == "0.5", b.HasAttribute("disabled")));
    }

    [Fact]
    public void Without_a_figure_the_chart_says_so_and_offers_no_picture()
    {
        var chart = Show([Sample.Series(ChartForm.Bars)]);

        Assert.Empty(chart.FindAll("x-chart"));
        Assert.Empty(chart.FindAll("button"));
        Assert.Contains("没有可以作图的数据", chart.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_explains_only_what_occurs()
    {
        var key = Show([Level]).FindAll(".key > span").Select(s => s.TextContent.Trim());

        Assert.Equal(["不足一年", "浅色虚线：初步、快报或年份推定"], key);
    }

    [Fact]
    public void In_English_the_words_of_the_chart_are_English()
    {
        Speak(Languages.English);

        var chart = Show([Level]);

        Assert.Equal("Table", chart.Find("summary").TextContent);
        Assert.Contains("lowest", chart.Find("x-chart [role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("arrow keys", chart.Find("x-chart").GetAttribute("walk"), StringComparison.Ordinal);
    }

    private IRenderedComponent<SeriesChart> Show(IReadOnlyList<ChartSeries> series, IReadOnlyList<ChartGap>? gaps = null) =>
        Render<SeriesChart>(p => p
            .Add(c => c.Id, "level").Add(c => c.Title, "绝对额").Add(c => c.Unit, "亿元，现价").Add(c => c.Subject, "忻州市地区生产总值")
            .Add(c => c.Series, series).Add(c => c.Gaps, gaps ?? []));
}

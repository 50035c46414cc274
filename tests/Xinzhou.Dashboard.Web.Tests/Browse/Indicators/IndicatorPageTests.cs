using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Indicators;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Indicators;

public sealed class IndicatorPageTests : FigureContext
{
    [Fact]
    public void Decimals_stay_as_published_and_growth_is_worded()
    {
        Figures.Add(Period.Ytd(2023, 6), 676.5m);
        Figures.Add(Period.Ytd(2023, 6), 1m, measure: Measure.Yoy);
        Figures.Add(Period.Ytd(2023, 3), -4.2m, measure: Measure.Yoy);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        var values = page.FindAll("#figures td.num .figure").Select(f => f.TextContent);
        Assert.Equal(["676.5", "增长1%", "下降4.2%"], values);
        Assert.Contains("由负转正", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_leads_to_where_it_comes_from()
    {
        var figure = Figures.Add(Period.FullYear(2025), 1330.4m);

        var page = Page<IndicatorPage>("/indicators/gdp?asOf=2026-06-30", ("Code", "gdp"));

        Assert.All(page.FindAll(".figure"), f => Assert.Equal($"/figures/{figure.Key}?asOf=2026-06-30", f.GetAttribute("href")));
    }

    [Fact]
    public void The_picture_of_a_chart_names_the_sources_of_everything_that_is_drawn()
    {
        Figures.Add(Period.FullYear(2021), 1m, source: "https://five.cn/e");
        for (var year = 2022; year <= 2025; year++)
        {
            Figures.Add(Period.FullYear(year), 1m, source: $"https://a{year}.cn/x");
        }

        Figures.Add(Period.FullYear(2025), 5m, measure: Measure.Yoy, source: "https://own.cn/a");
        Figures.Add(Period.FullYear(2025), 4m, unit: Province, measure: Measure.Yoy, source: "https://province.cn/a");

        var pictures = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).FindAll("[data-chart-image]").Select(b => b.GetAttribute("data-source"));

        Assert.Equal(["来源：five.cn、a2022.cn、a2023.cn、a2024.cn、a2025.cn", "来源：own.cn、province.cn"], pictures);
    }

    [Fact]
    public void Of_a_long_history_the_latest_is_open_and_the_rest_folded_away_and_nothing_is_left_out()
    {
        for (var year = 2006; year <= 2025; year++)
        {
            Figures.Add(Period.Ytd(year, 3), 20m);
            Figures.Add(Period.FullYear(year), 100m);
            Figures.Add(Period.FullYear(year), year % 7, measure: Measure.Yoy);
        }

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Equal((19, 11), (page.FindAll(".turns li").Count, page.FindAll("details .turns li").Count));
        Assert.Equal((41, 25), (page.FindAll(".moments li").Count, page.FindAll("details .moments li").Count));
        Assert.Equal("更早的25条", page.Find("#as-of-earlier summary").TextContent);
        Assert.Equal("更早的8条", page.Find("#quarters-earlier summary").TextContent);
    }

    [Fact]
    public void A_target_of_growth_says_which_growth_wherever_it_stands()
    {
        Figures.Add(Period.FullYear(2025), 4.4m, measure: Measure.Yoy);
        Figures.Add(Period.FullYear(2027), 6.0m, measure: Measure.Yoy, kind: ValueKind.Target, known: "2025-02-01");

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Contains("2027年全年：目标同比增长6.0%。", page.Find("#growth [role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains(page.FindAll(".stat"), s => s.TextContent.Contains("2027年目标 · 同比", StringComparison.Ordinal) && s.TextContent.Contains("增长6.0%", StringComparison.Ordinal));
        Assert.Equal("同比增长6.0%", page.Find("#targets dd .figure").TextContent);
        Assert.Contains(page.FindAll("#growth svg text"), t => t.TextContent.Contains("目标", StringComparison.Ordinal));
    }

    [Fact]
    public void Real_and_nominal_growth_are_two_series_with_names_of_their_own()
    {
        Figures.Add(Period.FullYear(2024), 5m, measure: Measure.Yoy);
        Figures.Add(Period.FullYear(2025), 9.9m, measure: Measure.Yoy, priceBasis: PriceBasis.Current);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Equal(["忻州市", "忻州市 · 现价"], page.FindAll("#growth .key span").Select(s => s.TextContent.Trim()).Where(t => t.StartsWith("忻州市", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://tjj.sxxz.gov.cn/a", 1)]
    [InlineData("https://www.stats.gov.cn/n2.html", 2)]
    public void Real_and_nominal_growth_of_one_period_stand_side_by_side_and_the_indicators_own_leads(string other, int lines)
    {
        Figures.Add(Period.FullYear(2025), 9.3m, measure: Measure.Yoy, priceBasis: PriceBasis.Current, source: other);
        Figures.Add(Period.FullYear(2025), 5.0m, measure: Measure.Yoy);
        Figures.Add(Period.FullYear(2025), 1330.4m);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Equal(["1330.4", "增长5.0%", "增长9.3%"], page.FindAll("#figures td.num .figure").Select(f => f.TextContent));
        Assert.Equal(lines, page.FindAll("#figures tbody tr").Count);
        Assert.DoesNotContain(page.FindAll("#figures tbody tr"), r => r.ClassList.Contains("past") || r.TextContent.Contains("未采用", StringComparison.Ordinal));
        Assert.Single(page.FindAll("#figures tbody"), t => t.TextContent.Contains("现价", StringComparison.Ordinal));
        Assert.Equal(["增长5.0%", "增长9.3%"], page.FindAll(".stat .figure").Select(f => f.TextContent).Where(t => t.StartsWith("增长", StringComparison.Ordinal)));
        Assert.Contains("不变价", page.FindAll(".stat").First(s => s.TextContent.Contains("5.0%", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("现价", page.FindAll(".stat").First(s => s.TextContent.Contains("9.3%", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("已知的数之间没有矛盾", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nominal_growth_where_it_stands_alone_says_so()
    {
        Figures.Add(Period.FullYear(2025), 9.9m, measure: Measure.Yoy, priceBasis: PriceBasis.Current);
        Figures.Add(Period.FullYear(2024), 4.1m, measure: Measure.Yoy, priceBasis: PriceBasis.Current);
        Figures.Add(Period.FullYear(2023), 4.0m, measure: Measure.Yoy);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Equal(["现价", "现价", ""], page.FindAll("#figures th.period .marks").Select(m => m.TextContent.Trim()));
        Assert.Contains("现价", Assert.Single(page.FindAll(".turns li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrected_level_keeps_the_growth_that_its_source_published_beside_it()
    {
        Figures.Add(Period.FullYear(2025), 123.4m, known: "2026-01-20");
        Figures.Add(Period.FullYear(2025), 5.6m, measure: Measure.Yoy, known: "2026-01-20");
        Figures.Add(Period.FullYear(2025), 125.6m, known: "2026-02-20");

        var rows = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).FindAll("#figures tbody tr");

        Assert.Equal(["125.6 增长5.6%", "123.4"], rows.Select(r => string.Join(' ', r.QuerySelectorAll("td.num .figure").Select(f => f.TextContent))));
        Assert.Equal([false, true], rows.Select(r => r.ClassList.Contains("past")));
    }

    [Fact]
    public void Corrected_growth_stands_beside_the_level_of_its_source_and_that_of_another_source_stays_where_it_is()
    {
        Figures.Add(Period.FullYear(2025), 123.4m, known: "2026-01-20");
        Figures.Add(Period.FullYear(2025), 5.6m, measure: Measure.Yoy, known: "2026-01-20");
        Figures.Add(Period.FullYear(2025), 5.8m, measure: Measure.Yoy, known: "2026-02-20");
        Figures.Add(Period.FullYear(2024), 120.0m, known: "2025-01-20");
        Figures.Add(Period.FullYear(2024), 4.4m, measure: Measure.Yoy, known: "2025-02-20", source: "https://b.cn/x", reliability: Reliability.Repost);

        var rows = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).FindAll("#figures tbody tr");

        Assert.Equal(
            ["123.4 增长5.8%", "增长5.6%", "120.0", "增长4.4%"],
            rows.Select(r => string.Join(' ', r.QuerySelectorAll("td.num .figure").Select(f => f.TextContent))));
    }

    [Fact]
    public void A_forecast_whose_time_has_passed_is_history_and_counts_among_nothing()
    {
        Figures.Add(Period.FullYear(2023), 110m);
        Figures.Add(Period.FullYear(2024), 120m, kind: ValueKind.Forecast, known: "2023-08-18");

        var page = Page<IndicatorPage>("/indicators/gdp?asOf=2026-06-30", ("Code", "gdp"));

        Assert.DoesNotContain(page.FindAll(".stat"), s => s.TextContent.Contains("120", StringComparison.Ordinal));
        Assert.Contains("曾预计120亿元", page.Find("#level [role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains(page.FindAll("#figures tbody tr"), r => r.TextContent.Contains("曾预计", StringComparison.Ordinal));
        Assert.Contains("1期，1条", page.Find("#figures").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Derived_quarters_of_an_indicator_whose_base_changes_warn()
    {
        var investment = HandMade.Gdp with { Code = "inv", Name = "固定资产投资", Aliases = [], Note = "增速按可比口径，不可由绝对额相除", Order = 4 };
        MoreIndicators.Add(investment);
        Figures.Add(Period.Ytd(2023, 3), 8m, investment);
        Figures.Add(Period.Ytd(2023, 6), 12m, investment);
        Figures.Add(Period.Ytd(2023, 3), 8m);
        Figures.Add(Period.Ytd(2023, 6), 12m);

        Assert.Contains("不能当作当季实际完成额", Page<IndicatorPage>("/indicators/inv", ("Code", "inv")).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("不能当作当季实际完成额", Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_first_quarter_is_told_from_the_year_to_date_in_the_table()
    {
        Figures.Add(Period.Ytd(2023, 3), -4.2m, measure: Measure.Yoy);
        Figures.Add(Period.Quarter(2023, 1), -4.1m, measure: Measure.YoySingle);

        var periods = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).FindAll("#figures th.period").Select(t => t.ChildNodes[0].TextContent.Trim());

        Assert.Equal(["2023年一季度", "2023年一季度（当季）"], periods.Order());
    }

    [Fact]
    public void Both_numbers_of_a_hint_have_their_unit()
    {
        Figures.Add(Period.FullYear(2022), 1000m);
        Figures.Add(Period.FullYear(2023), 1100m);
        Figures.Add(Period.FullYear(2023), 5m, measure: Measure.Yoy);

        Assert.Contains("1100亿元 ÷ 1000亿元", Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).Find(".hints li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarter_derived_from_what_is_expected_says_so()
    {
        Figures.Add(Period.Ytd(2027, 3), 300m, kind: ValueKind.Forecast, known: "2025-06-30");
        Figures.Add(Period.Ytd(2027, 6), 700m, kind: ValueKind.Forecast, known: "2025-06-30");
        Figures.Add(Period.Ytd(2025, 3), 290m);

        var quarters = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).FindAll("section").Single(s => s.GetAttribute("aria-label") == "单季");

        Assert.Equal(
            ["2027年二季度（当季）（预计）", "2027年一季度（当季）（预计）", "2025年一季度（当季）"],
            quarters.QuerySelectorAll("tbody th").Select(t => t.TextContent.Trim()));
    }

    [Fact]
    public void A_bound_of_growth_or_of_a_gap_is_told_wherever_it_stands()
    {
        Figures.Add(Period.FullYear(2024), 1300m);
        Figures.Add(Period.FullYear(2024), -2m, measure: Measure.Yoy, comparator: Comparator.AtMost);
        Figures.Add(Period.FullYear(2024), -3m, measure: Measure.Gap, benchmark: Benchmark.Province, comparator: Comparator.AtMost);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Equal(["1300亿元", "下降2%以上", "3个百分点以上"], page.FindAll(".stat .figure").Select(f => f.TextContent));
        Assert.Contains(
            Page<IndicatorListPage>("/indicators").FindAll("td[data-label=同期增速] .figure"), f => f.TextContent == "下降2%以上");
    }

    [Fact]
    public void A_bound_stands_behind_the_unit()
    {
        Figures.Add(Period.FullYear(2027), 500m, kind: ValueKind.Target, known: "2023-08-18", comparator: Comparator.AtLeast);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Contains(page.FindAll(".stat .figure"), f => f.TextContent == "500亿元以上");
        Assert.Equal("500以上", page.Find("#figures td.num .figure").TextContent);
    }

    [Fact]
    public void On_paper_the_addresses_of_the_sources_stand_at_the_end()
    {
        Figures.Add(Period.FullYear(2024), 1323.38m, source: "https://example.cn/a?b=1");
        Figures.Add(Period.FullYear(2025), 1330.4m, source: "https://example.cn/a?b=1");

        var printed = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).Find(".printed");

        Assert.Equal("https://example.cn/a?b=1", Assert.Single(printed.QuerySelectorAll(".address")).TextContent.Trim());
    }

    [Fact]
    public void A_target_that_nobody_gives_is_to_be_entered_and_there_is_no_forecast()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        var targets = page.Find("#targets");
        Assert.Contains("2027年目标", targets.TextContent, StringComparison.Ordinal);
        Assert.Contains("待录入", targets.TextContent, StringComparison.Ordinal);
        Assert.Contains("数据不足，暂不预测", targets.TextContent, StringComparison.Ordinal);
        Assert.Contains("缺目标", targets.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_stands_apart_and_never_as_a_target()
    {
        Figures.Add(Period.FullYear(2024), 968.75m);
        Figures.Add(Period.FullYear(2035), 1000m, kind: ValueKind.Forecast, known: "2025-06-30");

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Contains("待录入", page.Find("#targets").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1000", page.Find("#targets").TextContent, StringComparison.Ordinal);
        Assert.Equal("预计", page.Find("#figures tbody tr .mark").TextContent);
    }

    [Fact]
    public void Growth_is_not_computed_from_levels()
    {
        Figures.Add(Period.FullYear(2024), 1000m);
        Figures.Add(Period.FullYear(2025), 1100m);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Contains("未取得", page.Find(".stats").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("10%", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("10.0", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Derived_quarters_are_labelled_and_show_what_they_come_from()
    {
        Figures.Add(Period.Ytd(2023, 6), 11688.6m);
        Figures.Add(Period.Ytd(2023, 9), 18049.37m);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        var quarters = page.FindAll("section").Single(s => s.GetAttribute("aria-label") == "单季");
        Assert.Equal("推算", quarters.QuerySelector(".mark")!.TextContent);
        Assert.Contains("6360.8", quarters.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, quarters.QuerySelectorAll(".figure").Length);
    }

    [Fact]
    public void What_was_not_yet_known_is_hidden_and_the_page_says_from_when_it_was()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m, known: "2026-01-31");

        var page = Page<IndicatorPage>("/indicators/gdp?asOf=2022-12-31", ("Code", "gdp"));

        Assert.DoesNotContain("1330.4", page.Markup, StringComparison.Ordinal);
        Assert.Contains("2026-01-31", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_or_period_that_does_not_exist_gets_a_sentence_and_the_default()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);

        var page = Page<IndicatorPage>("/indicators/gdp?unit=xyz&period=never", ("Code", "gdp"));

        Assert.Equal(2, page.FindAll("[role=alert]").Count);
        Assert.Contains("xyz", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("1330.4", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_another_scope_are_marked_with_it()
    {
        Figures.Add(Period.FullYear(2021), 223.45m, unit: HandMade.County, scope: "不包括开发区");

        var page = Page<IndicatorPage>("/indicators/gdp?unit=140902", ("Code", "gdp"));

        Assert.Equal("不包括开发区", page.Find("#figures tbody .mark").TextContent);
    }

    [Fact]
    public void The_page_speaks_English_too()
    {
        Figures.Add(Period.Ytd(2023, 6), 1m, measure: Measure.Yoy);
        Speak(Languages.English);

        var page = Page<IndicatorPage>("/indicators/gdp?lang=en", ("Code", "gdp"));

        Assert.Contains("up 1%", page.Markup, StringComparison.Ordinal);
        Assert.Contains("not yet entered", page.Markup, StringComparison.Ordinal);
    }
}

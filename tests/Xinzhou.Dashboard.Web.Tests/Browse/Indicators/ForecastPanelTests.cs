using AngleSharp.Dom;
using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Indicators;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Indicators;

public sealed class ForecastPanelTests : FigureContext
{
    [Fact]
    public void A_series_that_is_long_enough_has_a_fan_its_table_and_its_words()
    {
        Quarters(2022, 2026, lastQuarter: 3);
        Target(2027, 150m);

        var panel = Panel();

        Assert.Equal(["2026年全年", "2027年全年"], panel.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody th").Select(Text));
        Assert.Equal(3, panel.QuerySelectorAll("path.band").Length);
        Assert.Contains("由内到外为50%、80%、95%的预测区间", panel.QuerySelector(".key")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("按预测，2027年全年为", panel.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("达到目标150亿元以上的可能性", panel.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("连续19个单季值，由同一阶段的累计数相减得出", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("回测", panel.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(panel.QuerySelectorAll("path.diamond"));
    }

    [Fact]
    public void The_text_alternative_names_each_forecast_by_its_word_and_counts_none_among_what_happened()
    {
        Quarters(2022, 2026, lastQuarter: 3);

        var alternative = Panel().QuerySelector("[role=img]")!.GetAttribute("aria-label")!;

        Assert.Contains("忻州市共4期", alternative, StringComparison.Ordinal);
        Assert.Contains("预测2026年全年：预测", alternative, StringComparison.Ordinal);
        Assert.Contains("80%的把握在", alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void Below_sixteen_quarters_there_are_bands_and_no_probability()
    {
        Quarters(2024, 2026, lastQuarter: 2);
        Target(2027, 150m);

        var panel = Panel();

        Assert.Contains("不足16个（现有10个），只给区间，不给可能性", panel.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("可能性约", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("只用季节性朴素法", panel.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("按预测达到的可能性", Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).Find("#progress").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_too_few_values_it_says_how_many_are_missing()
    {
        Quarters(2025, 2026, lastQuarter: 2);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Empty(page.FindAll("#forecast"));
        Assert.Equal(
            "数据不足，暂不预测。 连续的季度值6个，还差2个；连续的年度值1个，还差5个。两者有一个够数即可预测。", page.Find("#targets .forecast").TextContent);
    }

    [Fact]
    public void The_probability_stands_with_the_target_too_and_only_while_it_is_open()
    {
        Quarters(2022, 2026, lastQuarter: 3);
        Target(2027, 150m);
        Target(2025, 90m);

        var cards = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).FindAll(".target");

        Assert.Equal([true, false], cards.Select(c => c.TextContent.Contains("按预测达到的可能性", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_line_leads_from_what_is_published_to_what_is_forecast()
    {
        for (var year = 2016; year <= 2025; year++) Figures.Add(Period.FullYear(year), 100m + (7 * (year - 2016)) + (year % 2), stage: Stage.Final);

        var lines = Panel().QuerySelectorAll("line.join:not(.thin)");

        // Nine between ten years, and one between the two that are forecast.
        Assert.Equal(10, lines.Length);
        Assert.Single(lines, l => l.ClassList.Contains("dashed"));
    }

    [Fact]
    public void What_was_forecast_at_the_end_of_the_last_quarter_is_a_thin_line_beside_what_is_forecast_now()
    {
        Quarters(2021, 2026, lastQuarter: 3, known: null);

        var panel = Panel();

        Assert.Single(panel.QuerySelectorAll("line.join.thin"));
        Assert.Contains("2026年三季度末的预测", panel.QuerySelector(".key")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("另有一条细线：2026年三季度末的预测", panel.QuerySelector("[role=img]")!.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.DoesNotContain("2026年三季度末的预测2026年全年", panel.QuerySelector("[role=img]")!.GetAttribute("aria-label")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Past_forecasts_are_held_against_what_came()
    {
        Quarters(2021, 2026, lastQuarter: 3, known: null);

        var panel = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).Find("#past-forecasts");

        Assert.Contains("最近8个季度末的预测中，已有6个见到实际数", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("平均相差", panel.TextContent, StringComparison.Ordinal);
        var rows = panel.QuerySelectorAll("tbody tr");
        Assert.Equal(6, rows.Length);
        Assert.Equal(("2025年四季度末", "2025年全年"), (Text(rows[0].QuerySelector("th")!), Text(rows[0].QuerySelector("td")!)));
        Assert.NotNull(rows[0].QuerySelector("a.figure"));
    }

    [Fact]
    public void Without_a_past_forecast_nothing_is_said_of_any()
    {
        Quarters(2022, 2026, lastQuarter: 3);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Empty(page.FindAll("#past-forecasts"));
        Assert.Empty(page.FindAll("line.thin"));
    }

    [Fact]
    public void An_old_series_is_not_carried_on()
    {
        for (var year = 2010; year <= 2020; year++) Figures.Add(Period.FullYear(year), 100m + year);

        Assert.Contains("最近的公布数为2020年全年，已过两年", Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).Find("#targets").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_base_is_revised_the_page_says_why_a_target_is_assessed_and_nothing_forecast()
    {
        var investment = HandMade.Gdp with { Code = "inv", Name = "固定资产投资", Aliases = [], Note = "增速按可比口径", Order = 4 };
        MoreIndicators.Add(investment);
        for (var year = 2018; year <= 2025; year++) Figures.Add(Period.FullYear(year), 100m + (10 * (year - 2018)), investment);
        Figures.Add(Period.FullYear(2027), 220m, investment, kind: ValueKind.Target, known: "2024-02-01");

        var page = Page<IndicatorPage>("/indicators/inv", ("Code", "inv"));

        Assert.Empty(page.FindAll("#forecast"));
        Assert.Contains("各年绝对额不完全可比", page.Find("#progress").TextContent, StringComparison.Ordinal);
        Assert.Contains("不作预测。目标仍按公布的各年数研判", Text(page.Find("#targets")).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void It_speaks_English_too()
    {
        Quarters(2022, 2026, lastQuarter: 3);
        Target(2027, 150m);
        Speak(Languages.English);

        var panel = Page<IndicatorPage>("/indicators/gdp?lang=en", ("Code", "gdp")).Find("#forecast");

        Assert.Contains("probability of meeting the target of ≥ 15.0 billion yuan", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("differenced from year-to-date values of one stage", panel.TextContent, StringComparison.Ordinal);
    }

    private void Quarters(int first, int last, int lastQuarter = 4, string? known = "2026-11-01")
    {
        for (var year = first; year <= last; year++)
        {
            var sum = 0m;
            for (var quarter = 1; quarter <= (year == last ? lastQuarter : 4); quarter++)
            {
                sum += 20m + (quarter * 2) + ((year - first) * 1.5m) + ((year * quarter) % 3 * 0.2m);
                Figures.Add(Period.Ytd(year, 3 * quarter), sum, known: known);
            }
        }
    }

    private void Target(int year, decimal value) =>
        Figures.Add(Period.FullYear(year), value, kind: ValueKind.Target, comparator: Comparator.AtLeast, known: "2024-02-01");

    private IElement Panel() => Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).Find("#forecast");

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}

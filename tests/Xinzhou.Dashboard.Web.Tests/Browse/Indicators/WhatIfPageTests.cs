using AngleSharp.Dom;
using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Web.Browse.Indicators;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Indicators;

public sealed class WhatIfPageTests : FigureContext
{
    [Fact]
    public void Without_changes_the_next_target_stands_as_it_is()
    {
        Sample();

        var page = Trial("");

        Assert.Contains("黄 需加快", Text(page.Find("#result .light")), StringComparison.Ordinal);
        Assert.Equal(["280", "2030", ""], page.FindAll("input[type=number]").Select(i => i.GetAttribute("value") ?? ""));
        Assert.Single(page.FindAll("#result thead th.num"));
        Assert.Empty(page.FindAll("#years"));
    }

    [Fact]
    public void A_moved_target_has_its_own_verdict_and_growth_beside_the_one_that_stands()
    {
        Sample();

        var page = Trial("?value=260&year=2032");

        Assert.Contains("绿 进度良好", Text(page.Find("#result .verdict .light")), StringComparison.Ordinal);
        Assert.Equal(["现在的目标", "试算"], page.FindAll("#result thead th.num").Select(h => h.TextContent));
        Assert.Equal(["目标 280亿元以上", "260亿元以上"], Row(page, "目标值"));
        Assert.Equal(["2030", "2032"], Row(page, "目标年份"));
        Assert.Equal(["增长4.02%", "增长1.77%"], Row(page, "今后须年均"));
        Assert.Equal("260", page.Find("#trial-value").GetAttribute("value"));
    }

    [Fact]
    public void Another_growth_gives_each_year_its_value_and_light_and_says_whether_it_suffices()
    {
        Sample();

        var slow = Trial("?growth=3");
        Assert.Equal(["2026", "2027", "2028", "2029", "2030"], slow.FindAll("#years tbody th").Select(h => h.TextContent));
        Assert.Contains("达不到目标280亿元以上，差13亿元", slow.Find("#years .end").TextContent, StringComparison.Ordinal);
        Assert.Contains("未达到", slow.FindAll("#years .light")[^1].TextContent, StringComparison.Ordinal);

        Assert.Contains("会达到目标", Trial("?growth=4.02").Find("#years .end").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_growths_at_hand_are_links_that_keep_the_rest_of_the_trial()
    {
        Sample();

        var links = Trial("?value=300&lang=zh-CN").FindAll("#trial-near a");

        Assert.Equal(["照实际2.83%", "照须达5.46%"], links.Select(a => a.TextContent));
        Assert.Contains("value=300&growth=5.46", links[1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_growth_needed_is_told_alike_in_the_table_and_at_hand_and_suffices_when_it_is_entered()
    {
        Sample();

        var page = Trial("");

        Assert.Equal(["增长4.02%"], Row(page, "今后须年均"));
        Assert.Contains("照须达4.02%", page.FindAll("#trial-near a").Select(a => a.TextContent));
        Assert.Contains("会达到目标", Trial("?growth=4.02").Find("#years .end").TextContent, StringComparison.Ordinal);
        Assert.Contains("达不到目标", Trial("?growth=4.01").Find("#years .end").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_refused_in_a_sentence_and_the_rest_holds()
    {
        Sample();

        var page = Trial("?value=abc&year=1800&growth=1e9&target=f0000009999&unit=nowhere");

        Assert.Equal(5, page.FindAll("[role=alert]").Count);
        Assert.Contains("2000至2100", page.Markup, StringComparison.Ordinal);
        Assert.Contains("黄 需加快", Text(page.Find("#result .light")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_target_none_is_made_up_until_somebody_names_a_value()
    {
        Figures.Add(Period.FullYear(2020), 200m);
        Figures.Add(Period.FullYear(2025), 230m);

        Assert.Empty(Trial("").FindAll("#result"));
        var tried = Trial("?value=240");
        Assert.Contains("绿 进度良好", Text(tried.Find("#result .light")), StringComparison.Ordinal);
        Assert.Equal(["试算"], tried.FindAll("#result thead th.num").Select(h => h.TextContent));
        Assert.Empty(tried.FindAll("#result .figure"));
    }

    [Fact]
    public void Without_any_value_there_is_nothing_to_try() => Assert.Contains("没有可以试算的数", Trial("").Markup, StringComparison.Ordinal);

    [Fact]
    public void Of_growth_the_change_in_points_is_tried()
    {
        foreach (var (year, value) in new[] { (2022, 3.0m), (2023, 3.5m), (2024, 3.6m), (2025, 4.0m) }) Figures.Add(Period.FullYear(year), value, measure: Measure.Yoy);
        Figures.Add(Period.FullYear(2027), 6m, measure: Measure.Yoy, kind: ValueKind.Target, known: "2025-02-01");

        var page = Trial("?growth=0.5");

        Assert.Equal(["+1个百分点"], Row(page, "今后须每年变动"));
        Assert.Contains("今后每年变动0.5个百分点", page.Find("#years h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_speaks_English_too()
    {
        Sample();
        Speak(Languages.English);

        Assert.Contains("would not meet the target", Trial("?growth=3&lang=en").Find("#years .end").TextContent, StringComparison.Ordinal);
    }

    private void Sample()
    {
        Figures.Add(Period.FullYear(2020), 200m);
        Figures.Add(Period.FullYear(2025), 230m);
        Figures.Add(Period.FullYear(2030), 280m, kind: ValueKind.Target, comparator: Comparator.AtLeast, known: "2024-02-01");
    }

    private IRenderedComponent<WhatIfPage> Trial(string query) => Page<WhatIfPage>($"/indicators/gdp/what-if{query}", ("Code", "gdp"));

    private static string[] Row(IRenderedComponent<WhatIfPage> page, string label) =>
        [.. page.FindAll("#result tbody tr").Single(r => r.QuerySelector("th")!.TextContent == label).QuerySelectorAll("td").Select(Text)];

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}

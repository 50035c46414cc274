using AngleSharp.Dom;
using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Indicators;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Indicators;

public sealed class ProgressPanelTests : FigureContext
{
    [Fact]
    public void A_target_says_its_verdict_why_and_every_number_that_it_was_judged_by()
    {
        Years((2020, 200m), (2024, 220m), (2025, 230m));
        Target(2030, 280m);

        var card = Card(2030);

        Assert.Contains("黄 需加快", Text(card.QuerySelector("header .light")!), StringComparison.Ordinal);
        Assert.Contains("2020年200亿元至2025年230亿元，年均增长2.83%", card.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [
                ("牵头单位", "待录入"), ("基期", "2020年 200亿元"), ("最新年度值", "2025年 230亿元"), ("实际年均增速", "增长2.83%"), ("自基期起须年均", "增长3.43%"),
                ("今后须年均", "增长4.02%"), ("照此速度，2030年为", "265亿元"), ("实际与须达之比", "0.83"),
            ],
            Numbers(card));
        Assert.Equal("280亿元以上", card.QuerySelector("header .figure")!.TextContent);
    }

    [Fact]
    public void The_verdict_from_each_base_year_stands_in_a_small_table()
    {
        Years((2018, 150m), (2021, 100m), (2024, 104m), (2025, 108m));
        Target(2030, 120m);

        var rows = Card(2030).QuerySelectorAll("tbody tr");

        Assert.Equal(["2024年", "2021年", "2018年 （现用）"], rows.Select(r => Text(r.QuerySelector("th")!)));
        Assert.Equal(["绿 进度良好", "黄 需加快", "红 背离目标"], rows.Select(r => Text(r.QuerySelector(".light")!)));
        Assert.Equal("selected", rows[2].ClassName);
        Assert.Equal("换个基期，研判会变", Card(2030).QuerySelector("summary")!.TextContent);
    }

    [Fact]
    public void Who_owes_it_is_named_where_a_commitment_says_so_and_its_base_holds()
    {
        Years((2018, 150m), (2021, 100m), (2025, 108m));
        var target = Target(2030, 120m);
        Said.Add(new CommitmentStatement
        {
            Target = new("gdp", "140900", target.Period.Code, target.Period.Kind),
            Owner = "市发展改革委",
            Person = "某负责人",
            Baseline = "2021",
            Origin = PlanOrigin.NotRecorded with { Id = 1, Source = "目标责任书", KnownFrom = HandMade.Day("2026-01-01"), RecordedAt = HandMade.Day("2026-01-01") },
        });

        var numbers = Numbers(Card(2030));

        Assert.Contains(("牵头单位", "市发展改革委 · 某负责人"), numbers);
        Assert.Contains(("基期", "2021年 100亿元"), numbers);
    }

    [Fact]
    public void In_the_course_of_its_year_the_year_so_far_is_held_against_its_share()
    {
        Years((2024, 220m), (2025, 230m));
        Figures.Add(Period.Ytd(2026, 9), 190m);
        Target(2026, 250m);

        var card = Card(2026);

        Assert.Contains(("2026年前三季度", "190亿元"), Numbers(card));
        Assert.Contains(("到这时应达", "75.0% 按9个月序时"), Numbers(card));
        Assert.Contains(("年内余下须完成", "60亿元"), Numbers(card));
        Assert.Contains("偏差", card.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_assessed_says_why_in_words()
    {
        Years((2025, 230m));
        Figures.Add(Period.FullYear(2024), 200m, scope: "不包括开发区");
        Figures.Add(Period.FullYear(2023), 190m, priceBasis: PriceBasis.Constant);
        Target(2030, 280m);

        var card = Card(2030);

        Assert.Contains("灰 数值不足，暂不能评估", Text(card.QuerySelector(".light")!), StringComparison.Ordinal);
        Assert.Contains("另有2个年度值", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("不包括开发区、不变价", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Opposite_signs_and_missing_years_are_said_too()
    {
        Years((2024, -5m), (2025, 230m));
        Target(2030, 280m);
        foreach (var year in new[] { 2020, 2021, 2023, 2025 }) Figures.Add(Period.FullYear(year), 3m, measure: Measure.Yoy);
        Figures.Add(Period.FullYear(2030), 6m, measure: Measure.Yoy, kind: ValueKind.Target, known: "2025-02-01");

        var cards = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).FindAll("#progress .target");

        Assert.Equal(["灰 正负不同，暂不能评估", "灰 年份不连续，暂不能评估"], cards.Select(c => Text(c.QuerySelector(".light")!)));
        Assert.Contains("同比", cards[1].QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_without_a_direction_says_how_its_target_is_judged()
    {
        MoreIndicators.Add(HandMade.Gdp with { Code = "neutral", Name = "结构", Direction = Direction.None, Aliases = [], Order = 9 });
        Figures.Add(Period.FullYear(2024), 1m, MoreIndicators[0]);
        Figures.Add(Period.FullYear(2025), 2m, MoreIndicators[0]);
        Figures.Add(Period.FullYear(2030), 9m, MoreIndicators[0], kind: ValueKind.Target, known: "2025-02-01");

        Assert.Contains("指标也未定方向", Page<IndicatorPage>("/indicators/neutral", ("Code", "neutral")).Find("#progress").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_whose_year_has_passed_are_folded_away_and_the_next_stands_first()
    {
        Years((2023, 200m), (2024, 220m));
        Target(2024, 210m);
        Target(2035, 400m);
        Target(2027, 280m);

        var panel = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).Find("#progress");

        Assert.Equal(["2027年全年目标", "2035年全年目标", "2024年全年目标"], panel.QuerySelectorAll("h3").Select(h => h.TextContent));
        Assert.Contains("已达到", panel.QuerySelector("details.past .light")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_target_there_is_no_panel()
    {
        Years((2023, 200m), (2024, 220m));

        Assert.Empty(Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).FindAll("#progress"));
    }

    [Fact]
    public void It_speaks_English_too()
    {
        Years((2020, 200m), (2025, 230m));
        Target(2030, 280m);
        Speak(Languages.English);

        var card = Page<IndicatorPage>("/indicators/gdp?lang=en", ("Code", "gdp")).Find(".target");

        Assert.Contains("acceleration needed", card.TextContent, StringComparison.Ordinal);
        Assert.Contains(("Needed a year from now on", "up 4.02%"), Numbers(card));
        Assert.Contains(("At this pace, 2030", "26.5 billion yuan"), Numbers(card));
    }

    private void Years(params (int Year, decimal Value)[] values)
    {
        foreach (var (year, value) in values) Figures.Add(Period.FullYear(year), value);
    }

    private Figure Target(int year, decimal value) =>
        Figures.Add(Period.FullYear(year), value, kind: ValueKind.Target, comparator: Comparator.AtLeast, known: "2024-02-01");

    private IElement Card(int year) => Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).FindAll(".target")
        .Single(c => c.QuerySelector("h3")!.TextContent.StartsWith($"{year}", StringComparison.Ordinal));

    private static (string, string)[] Numbers(IElement card) =>
        [.. card.QuerySelectorAll(".numbers > div").Select(d => (Text(d.QuerySelector("dt")!), Text(d.QuerySelector("dd")!)))];

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}

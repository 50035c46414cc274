using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Rules.Kinds;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Indicators;

public sealed class ContributionsTests : FigureContext
{
    private static readonly StatisticalUnit Other = new() { Code = "140921", Name = "定襄县", Level = UnitLevel.County, Parent = "140900", Order = 4 };

    private static readonly Catalogue Catalogue = new([HandMade.Gdp, HandMade.Income], [HandMade.City, HandMade.County, Other]);

    [Fact]
    public void Each_county_brings_its_change_over_the_citys_value_a_year_before()
    {
        Year(2024, 100m, 60m, 40m);
        Year(2025, 110m, 72m, 38m);

        var found = Find()!;

        Assert.Equal([("忻府区", 12m), ("定襄县", -2m)], found.Parts.Select(p => (p.Unit.Name, p.Points)));
        Assert.Equal((10m, (decimal?)null), (found.Total, found.Rest));
    }

    [Fact]
    public void What_the_counties_do_not_make_up_is_told_beyond_the_rounding()
    {
        Year(2024, 100m, 60m, 40m);
        Year(2025, 120m, 72m, 38m);

        Assert.Equal(10m, Find()!.Rest);
    }

    [Fact]
    public void The_latest_period_with_all_parts_of_one_stage_is_taken()
    {
        Year(2023, 90m, 50m, 40m);
        Year(2024, 100m, 60m, 40m);
        // Of 2025 one county is missing, and of the half-year one is final.
        Figures.Add(Period.FullYear(2025), 110m);
        Figures.Add(Period.FullYear(2025), 70m, unit: HandMade.County);
        foreach (var year in new[] { 2025, 2026 })
        {
            Figures.Add(Period.Ytd(year, 6), 50m);
            Figures.Add(Period.Ytd(year, 6), 30m, unit: HandMade.County);
            Figures.Add(Period.Ytd(year, 6), 20m, unit: Other, stage: year == 2025 ? Stage.Final : Stage.Preliminary);
        }

        Assert.Equal("2024-FY", Find()!.Now.Period.Code);
    }

    [Fact]
    public void Of_values_per_head_and_of_bounds_nothing_is_said()
    {
        foreach (var year in new[] { 2024, 2025 })
        {
            Figures.Add(Period.FullYear(year), 100m, HandMade.Income);
            Figures.Add(Period.FullYear(year), 60m, HandMade.Income, HandMade.County);
            Figures.Add(Period.FullYear(year), 40m, HandMade.Income, Other);
            Figures.Add(Period.FullYear(year), 100m);
            Figures.Add(Period.FullYear(year), 60m, unit: HandMade.County, comparator: Comparator.AtLeast);
            Figures.Add(Period.FullYear(year), 40m, unit: Other);
        }

        Assert.Null(Find(HandMade.Income));
        Assert.Null(Find());
    }

    [Fact]
    public void The_page_of_the_city_shows_them_as_bars_with_what_they_come_from()
    {
        Figures.Add(Period.FullYear(2024), 100m);
        Figures.Add(Period.FullYear(2025), 110m);
        Figures.Add(Period.FullYear(2024), 100m, unit: HandMade.County);
        Figures.Add(Period.FullYear(2025), 110m, unit: HandMade.County);

        var page = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Contains("+10.00", page.Find("#contributions tbody td.num").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("#contributions tbody rect"));
        Assert.Empty(Page<IndicatorPage>("/indicators/gdp?unit=140902", ("Code", "gdp")).FindAll("#contributions"));
    }

    [Fact]
    public void Each_industry_brings_its_change_over_the_total_a_year_before()
    {
        Parts(2024, 100m, 30m, 70m);
        Parts(2025, 110m, 28m, 82m);

        var found = Industries("140900")!;

        Assert.Equal([("第三产业增加值", 12m), ("第一产业增加值", -2m)], found.Parts.Select(p => (p.Indicator.Name, p.Points)));
        Assert.Equal((10m, (decimal?)null), (found.Total, found.Rest));
        Assert.Null(Industries("140902"));
    }

    [Fact]
    public void A_revised_total_beside_parts_of_an_earlier_stage_is_moved_by_none_of_them()
    {
        Parts(2024, 100m, 30m, 70m);
        Parts(2025, 110m, 28m, 82m);
        Figures.Add(Period.FullYear(2025), 115m, stage: Stage.Final, known: "2026-08-01");

        Assert.Null(Industries("140900"));
    }

    [Fact]
    public void The_page_shows_the_industries_that_the_rules_name()
    {
        MoreIndicators.Add(Primary);
        MoreIndicators.Add(Tertiary);
        Parts(2024, 100m, 30m, 70m);
        Parts(2025, 110m, 28m, 82m);
        Rules = Industrial;

        var panel = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp")).Find("#contributions-industries");

        Assert.Equal(["第三产业增加值", "第一产业增加值"], panel.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal("/indicators/tertiary", panel.QuerySelector("tbody th a")!.GetAttribute("href"));
        Assert.Contains("拉动最多的是第三产业增加值，12.00个百分点", panel.TextContent, StringComparison.Ordinal);
    }

    private static readonly Indicator Primary = HandMade.Gdp with { Code = "primary", Name = "第一产业增加值", NameEn = null, Aliases = [], Order = 4 };

    private static readonly Indicator Tertiary = HandMade.Gdp with { Code = "tertiary", Name = "第三产业增加值", NameEn = null, Aliases = [], Order = 5 };

    private static readonly RuleBook Industrial = new([new PartsRule("industries", Severity.Error, "gdp", ["primary", "tertiary"], ["140900"])]);

    private Contributions? Industries(string unit) => Contributions.OfIndustries(
        Figures.Book.At(new(HandMade.Day("2026-11-23"))), Industrial, HandMade.Gdp, unit == HandMade.City.Code ? HandMade.City : HandMade.County);

    private void Parts(int year, decimal total, decimal primary, decimal tertiary)
    {
        Figures.Add(Period.FullYear(year), total);
        Figures.Add(Period.FullYear(year), primary, Primary);
        Figures.Add(Period.FullYear(year), tertiary, Tertiary);
    }

    private Contributions? Find(Indicator? indicator = null) =>
        Contributions.OfCounties(Figures.Book.At(new(HandMade.Day("2026-11-23"))), Catalogue, indicator ?? HandMade.Gdp);

    private void Year(int year, decimal city, decimal one, decimal other)
    {
        Figures.Add(Period.FullYear(year), city);
        Figures.Add(Period.FullYear(year), one, unit: HandMade.County);
        Figures.Add(Period.FullYear(year), other, unit: Other);
    }
}

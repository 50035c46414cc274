using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
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

    private CountyContributions? Find(Indicator? indicator = null) =>
        CountyContributions.Of(Figures.Book.At(new(HandMade.Day("2026-11-23"))), Catalogue, indicator ?? HandMade.Gdp);

    private void Year(int year, decimal city, decimal one, decimal other)
    {
        Figures.Add(Period.FullYear(year), city);
        Figures.Add(Period.FullYear(year), one, unit: HandMade.County);
        Figures.Add(Period.FullYear(year), other, unit: Other);
    }
}

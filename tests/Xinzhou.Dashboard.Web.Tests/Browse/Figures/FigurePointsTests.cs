using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Browse.Counties;
using Xinzhou.Dashboard.Web.Browse.Figures;
using Xinzhou.Dashboard.Web.Tests.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Figures;

/// <summary>How a figure is said where its column or label does not say which growth it is.</summary>
public sealed class FigurePointsTests : ShellContext
{
    private readonly HandMade _made = new();

    [Theory]
    [InlineData(Measure.Yoy, "增长6.9%")]
    [InlineData(Measure.YoySingle, "增长6.9%")]
    [InlineData(Measure.AvgGrowth, "年均增长6.9%")]
    [InlineData(Measure.Qoq, "环比增长6.9%")]
    [InlineData(Measure.GrowthPrevSpan, "较上一时期增长6.9%")]
    public void Growth_that_is_not_on_the_year_before_says_which_it_is(Measure measure, string words) =>
        Assert.Equal(words, FigurePoints.Worded(_made.Add(Period.Span(2021, 2025), 6.9m, measure: measure, uom: "%")));

    [Fact]
    public void Counts_and_ratios_have_no_prices_and_money_has_even_where_none_are_stated()
    {
        Figure Of(Indicator indicator) => _made.Add(Period.FullYear(2025), 6.9m, indicator: indicator, measure: Measure.Yoy, uom: "%");

        Assert.True(Of(HandMade.Income).HasPrices);
        Assert.True(Of(HandMade.Gdp).HasPrices);
        Assert.False(Of(HandMade.Capacity).HasPrices);
        Assert.False(Of(HandMade.Gdp with { Code = "households", Uom = "户", PriceBasisOfGrowth = null }).HasPrices);
    }

    [Fact]
    public void A_value_of_a_chart_in_another_unit_is_there_in_that_of_the_indicator_too()
    {
        Services.AddSingleton<SnapshotStore>();
        Services.AddBrowse();
        var coal = HandMade.Gdp with { Code = "raw_coal_output", Uom = "万吨" };
        Figure[] figures = [_made.Add(Period.FullYear(2023), 7034.50m, indicator: coal), _made.Add(Period.FullYear(2024), 1.05m, indicator: coal, uom: "亿吨", kind: ValueKind.Forecast)];

        Assert.Equal(["7034.50万吨 ", "1.05亿吨 10500万吨"], Services.GetRequiredService<FigurePoints>().Of(figures, UnitScale.Of(figures, "万吨")).Select(p => $"{p.ValueText} {p.ConvertedText}"));
    }

    [Fact]
    public void What_is_aimed_at_says_its_growth_and_every_bound_stays()
    {
        var (growth, gap) = (
            _made.Add(Period.FullYear(2027), 6m, measure: Measure.Yoy, kind: ValueKind.Target, comparator: Comparator.AtLeast),
            _made.Add(Period.FullYear(2025), -3m, measure: Measure.Gap, benchmark: Benchmark.Province, comparator: Comparator.AtMost));

        Assert.Equal(["同比增长6%以上", "增速低于全省3个百分点以上"], [FigurePoints.Worded(growth), FigurePoints.Worded(gap)]);
        Assert.Equal("增长6%以上", CountyWords.Of(growth));
    }
}

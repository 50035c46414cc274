using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Indicators;

public sealed class GrowthTurnTests
{
    private readonly HandMade _figures = new();

    [Fact]
    public void From_minus_4_2_to_1_growth_turned_positive()
    {
        var turn = Assert.Single(Turns(Rate(Period.Ytd(2023, 3), -4.2m), Rate(Period.Ytd(2023, 6), 1m)));

        Assert.Equal("由负转正", turn.Text(english: false));
    }

    [Fact]
    public void A_year_is_held_against_what_came_before_it_in_the_same_year_else_against_the_year_before()
    {
        var turns = Turns(Rate(Period.FullYear(2020), 1.8m), Rate(Period.Ytd(2021, 9), 9.0m), Rate(Period.FullYear(2021), 10.6m), Rate(Period.FullYear(2022), 4.0m));

        Assert.Equal(["2022-FY", "2021-FY", "2021-9M"], turns.Select(t => t.Now.Period.Code));
        Assert.Equal(["2021-FY", "2021-9M", "2020-FY"], turns.Select(t => t.Before.Period.Code));
        Assert.Equal(["回落6.6个百分点", "加快1.6个百分点", "加快7.2个百分点"], turns.Select(t => t.Text(english: false)));
    }

    [Fact]
    public void At_zero_growth_turns_flat_and_from_flat()
    {
        var turns = Turns(
            Rate(Period.FullYear(2022), -2.0m), Rate(Period.Ytd(2023, 3), 0.0m), Rate(Period.Ytd(2023, 6), 0.0m), Rate(Period.Ytd(2023, 9), 1.5m),
            Rate(Period.FullYear(2023), 1.0m), Rate(Period.Ytd(2024, 3), 1.0m), Rate(Period.Ytd(2024, 6), 0m), Rate(Period.Ytd(2024, 9), -0.3m));

        Assert.Equal(
            ["由平转降", "由升转平", "与上期持平", "回落0.5个百分点", "由平转升", "与上期持平", "由降转平"],
            turns.Select(t => t.Text(english: false)));
    }

    [Fact]
    public void Rates_that_cannot_be_compared_make_no_turn() =>
        Assert.Empty(Turns(
            Rate(Period.Ytd(2023, 3), -4.2m),
            Rate(Period.Ytd(2023, 6), 1m, scope: "不包括开发区"),
            Rate(Period.Ytd(2023, 9), 2m, prices: PriceBasis.Current),
            Rate(Period.Quarter(2023, 4), 2m),
            Rate(Period.FullYear(2025), 2m)));

    private static IReadOnlyList<GrowthTurn> Turns(params Figure[] rates) => GrowthTurn.Of(rates);

    private Figure Rate(Period period, decimal rate, string scope = "", PriceBasis? prices = null) =>
        _figures.Add(period, rate, measure: Measure.Yoy, scope: scope, priceBasis: prices);
}

using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Tests.Notation;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

/// <summary>Real and nominal growth of one period are two facts: both are kept and shown, the indicator's own leads.</summary>
public sealed class PriceBasisTests
{
    private static readonly Period Year = Period.FullYear(2022);

    private readonly HandMade _made = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Both_are_shown_and_that_in_the_indicators_own_prices_leads(bool realFirst)
    {
        if (realFirst) _made.Add(Year, 5.0m, measure: Measure.Yoy);
        _made.Add(Year, 9.3m, measure: Measure.Yoy, priceBasis: PriceBasis.Current, stage: Stage.Final);
        if (!realFirst) _made.Add(Year, 5.0m, measure: Measure.Yoy);

        var view = View();

        Assert.Equal([5.0m, 9.3m], view.Shown("gdp", "140900", Measure.Yoy).Select(f => f.Value!.Value));
        Assert.Equal(5.0m, view.Shown("gdp", "140900", Measure.Yoy, Year)!.Value);
        Assert.Equal(5.0m, view.Latest("gdp", "140900", Measure.Yoy)!.Value);
    }

    [Fact]
    public void Nominal_growth_alone_speaks_until_real_growth_is_known()
    {
        _made.Add(Year, 9.3m, measure: Measure.Yoy, priceBasis: PriceBasis.Current, known: "2023-02-01");
        _made.Add(Year, 5.0m, measure: Measure.Yoy, known: "2023-03-01");

        Assert.Equal(9.3m, _made.Book.At(new(HandMade.Day("2023-02-10"))).Shown("gdp", "140900", Measure.Yoy, Year)!.Value);
        Assert.Equal(5.0m, View().Shown("gdp", "140900", Measure.Yoy, Year)!.Value);
    }

    [Fact]
    public void A_withdrawal_of_the_one_leaves_the_other()
    {
        var real = _made.Add(Year, 5.0m, measure: Measure.Yoy);
        _made.Add(Year, 9.3m, measure: Measure.Yoy, priceBasis: PriceBasis.Current);
        _made.Withdraw(real, "2024-01-01");

        Assert.Equal([9.3m], View().Shown("gdp", "140900", Measure.Yoy).Select(f => f.Value!.Value));
    }

    [Fact]
    public void What_states_the_indicators_own_prices_and_what_states_none_are_one_statement()
    {
        _made.Add(Year, 5.0m, measure: Measure.Yoy);
        _made.Add(Year, 5.2m, measure: Measure.Yoy, priceBasis: PriceBasis.Constant, stage: Stage.Final);

        var group = Assert.Single(_made.Book.Histories[0].Groups);
        Assert.Equal((PriceBasis.Constant, 5.2m), (group.PriceBasis, group.Shown(new(DateTimeOffset.UtcNow))!.Value));
    }

    [Fact]
    public void Figures_laid_over_a_book_take_the_place_of_their_own_prices_alone()
    {
        _made.Add(Year, 5.0m, measure: Measure.Yoy);
        _made.Add(Year, 9.3m, measure: Measure.Yoy, priceBasis: PriceBasis.Current);
        var book = _made.Book;
        var over = book.At(new(DateTimeOffset.UtcNow)).Over([_made.Add(Year, 9.9m, measure: Measure.Yoy, priceBasis: PriceBasis.Current, stage: Stage.Final)]);

        Assert.Equal([5.0m, 9.9m], over.Shown("gdp", "140900", Measure.Yoy).Select(f => f.Value!.Value));
    }

    [Fact]
    public void Levels_at_different_prices_are_not_subtracted_from_each_other()
    {
        _made.Add(Period.Ytd(2022, 3), 20m, priceBasis: PriceBasis.Constant);
        _made.Add(Period.Ytd(2022, 6), 41m);

        Assert.Equal(["2022-Q1"], DerivedQuarters.Of(_made.Book.Histories[0], new(DateTimeOffset.UtcNow)).Select(q => q.Period.Code));
    }

    [Theory]
    [InlineData("41.0", "5.5", null, PriceBasis.Constant)]
    [InlineData("41.0", "", PriceBasis.Constant, null)]
    [InlineData("", "5.5", null, PriceBasis.Constant)]
    public void The_price_basis_of_a_row_is_of_the_growth_where_it_has_one_else_of_the_value(string value, string yoy, PriceBasis? ofValue, PriceBasis? ofGrowth)
    {
        var figures = ImportFile.Read(("value", value), ("unit", "亿元"), ("yoy", yoy), ("price_basis", "constant")).Figures;

        Assert.Equal(value.Length > 0 ? [ofValue] : [], figures.Where(f => f.Measure == Measure.Level).Select(f => f.StatedPriceBasis));
        Assert.Equal(yoy.Length > 0 ? [ofGrowth] : [], figures.Where(f => f.Measure == Measure.Yoy).Select(f => f.StatedPriceBasis));
    }

    [Fact]
    public void Two_rows_of_one_source_may_state_growth_at_both_prices_but_not_twice_at_one()
    {
        static IEnumerable<string> Faults(string first, string second) => FigureTableReader.Read(
            ImportFile.Table([("yoy", "5.0"), ("price_basis", first)], [("yoy", "9.3"), ("price_basis", second)]), ImportFile.Options()).Faults.Select(f => f.Code);

        Assert.Empty(Faults("constant", "current"));
        Assert.Empty(Faults("", "current"));
        Assert.Equal(["duplicate"], Faults("current", "current"));
        Assert.Equal(["duplicate"], Faults("", "unstated"));
    }

    private BookView View() => _made.Book.At(new(DateTimeOffset.UtcNow));
}

using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Counties;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Counties;

public sealed class CountiesModelTests
{
    private static readonly Period Y2019 = Period.FullYear(2019);
    private static readonly Period Y2021 = Period.FullYear(2021);
    private static readonly Period Y2025 = Period.FullYear(2025);

    private static readonly StatisticalUnit[] Units =
        [.. "甲乙丙丁".Select((name, i) => new StatisticalUnit { Code = $"14090{i + 1}", Name = $"{name}山县", Level = UnitLevel.County, Parent = "140900", Order = i + 10 })];

    private static readonly Catalogue Catalogue = new([HandMade.Gdp, HandMade.Income], [HandMade.City, .. Units]);

    private readonly HandMade _figures = new();

    [Fact]
    public void The_units_are_ranked_by_the_fullest_latest_period_and_three_are_named_with_their_share()
    {
        AddAll(Y2025, 10.5m, 40.25m, 20.25m, 29m);
        _figures.Add(Y2025, 100.0m);
        _figures.Add(Period.FullYear(2026), 11m, unit: Units[0]);

        var model = Model();

        Assert.Equal(Y2025, model.Period);
        Assert.Equal([2, 4, 3, 1], model.Rows.Select(r => r.Unit.Order - 9));
        Assert.Equal([1, 2, 3, 4], model.Rows.Select(r => r.Rank));
        Assert.Equal(40.25m, model.Rows[0].Share);
        var top = Assert.IsType<CountyFinding.TopThree>(model.Finding);
        Assert.Equal(89.5m, top.Share);
        Assert.Equal(model.Rows[0].Unit, model.Selected);
    }

    [Fact]
    public void Equal_values_share_a_rank()
    {
        AddAll(Y2025, 10m, 10.0m, 20m, 5m);

        Assert.Equal([1, 2, 2, 4], Model().Rows.Select(r => r.Rank));
    }

    [Theory]
    [InlineData("100.0", SumOutcome.Agrees)]
    [InlineData("100.1", SumOutcome.Agrees)] // off by 0.06
    [InlineData("100.2", SumOutcome.Differs)]
    public void The_sum_is_held_against_the_city_within_half_of_the_last_digits(string city, SumOutcome outcome)
    {
        AddAll(Y2025, 10.50m, 40.25m, 20.29m, 29.00m);
        _figures.Add(Y2025, decimal.Parse(city, System.Globalization.CultureInfo.InvariantCulture));

        var check = Model().Sum;

        Assert.Equal(100.04m, check.Sum);
        Assert.Equal(0.07m, check.Tolerance);
        Assert.Equal(0.01m, check.StepOfUnits);
        Assert.Equal(outcome, check.Outcome);
    }

    [Fact]
    public void Figures_of_different_stages_are_added_and_not_judged()
    {
        AddAll(Y2025, 10m, 40m, 20m, 30m);
        _figures.Add(Y2025, 102m, stage: Stage.Final);

        Assert.Equal((SumOutcome.StagesDiffer, 100m, 2m), (Model().Sum.Outcome, Model().Sum.Sum, Model().Sum.Difference));
    }

    [Fact]
    public void Growth_at_other_prices_has_no_rank_among_that_of_the_others()
    {
        AddGrowth(null, 5.0m, 6.0m, 4.0m);
        _figures.Add(Y2025, 9.3m, unit: Units[3], measure: Measure.Yoy, priceBasis: PriceBasis.Current);
        _figures.Add(Y2025, 9.9m, unit: Units[0], measure: Measure.Yoy, priceBasis: PriceBasis.Current);

        var model = Model(new(Measure: "yoy"));

        Assert.Equal([(6.0m, 1), (5.0m, 2), (4.0m, 3), (9.3m, (int?)null)], model.Rows.Select(r => (r.Figure!.Value!.Value, r.Rank)));
        Assert.Equal([false, false, false, true], model.Rows.Select(r => r.IsOtherPrices));
    }

    [Fact]
    public void Where_growth_is_published_at_current_prices_alone_it_is_ranked()
    {
        AddGrowth(PriceBasis.Current, 5.0m, 6.0m, 4.0m, 3.0m);

        Assert.Equal([1, 2, 3, 4], Model(new(Measure: "yoy")).Rows.Select(r => r.Rank));
    }

    [Fact]
    public void The_history_of_a_unit_has_both_growths_of_a_period()
    {
        _figures.Add(Y2025, 9.3m, unit: Units[0], measure: Measure.Yoy, priceBasis: PriceBasis.Current);
        _figures.Add(Y2025, 5.0m, unit: Units[0], measure: Measure.Yoy);

        var history = Assert.Single(CountyHistory.Of(View, HandMade.Gdp, Units[0]));

        Assert.Equal((5.0m, 9.3m), (history.Growth!.Value, Assert.Single(history.OtherGrowth).Value));
    }

    [Fact]
    public void The_growth_of_a_single_quarter_stands_beside_its_level()
    {
        _figures.Add(Period.Quarter(2025, 2), 12m, unit: Units[0]);
        _figures.Add(Period.Quarter(2025, 2), -10.1m, unit: Units[0], measure: Measure.YoySingle);
        _figures.Add(Period.Quarter(2025, 1), 2.5m, unit: Units[0], measure: Measure.YoySingle);

        var history = CountyHistory.Of(View, HandMade.Gdp, Units[0]);

        Assert.Equal([(12m, -10.1m), (2.5m, 2.5m)], history.Select(h => (h.Any.Value!.Value, h.SingleGrowth!.Value!.Value)));
        Assert.Equal(3, CountyModel.Of(View, Catalogue, Units[0].Code)!.FigureCount);
    }

    [Fact]
    public void With_a_unit_missing_no_sum_is_made()
    {
        AddAll(Y2025, 10m, 40m, 20m);
        _figures.Add(Y2025, 70m);

        Assert.Equal((SumOutcome.UnitsMissing, 1), (Model().Sum.Outcome, Model().Sum.Missing));
        Assert.Null(Model().Rows[^1].Figure);
        Assert.Null(Model().Rows[^1].Rank);
    }

    [Fact]
    public void Without_the_city_there_is_no_share()
    {
        AddAll(Y2025, 10m, 40m, 20m, 30m);

        var model = Model();

        Assert.Equal(SumOutcome.CityMissing, model.Sum.Outcome);
        Assert.All(model.Rows, r => Assert.Null(r.Share));
        Assert.DoesNotContain(CountyMeasure.Share, model.Measures);
        Assert.IsType<CountyFinding.Ends>(model.Finding);
    }

    [Fact]
    public void Values_per_head_have_neither_sum_nor_share()
    {
        AddAll(Y2025, HandMade.Income, 44900.058608m, 41153m, 43364m, 33196m);
        _figures.Add(Y2025, 41000m, HandMade.Income);

        var model = Model(new("urban_income"));

        Assert.Equal(SumOutcome.NotAdditive, model.Sum.Outcome);
        Assert.All(model.Rows, r => Assert.Null(r.Share));
        Assert.Equal("44900", CountyWords.Level(model.Rows[0].Figure!));
    }

    [Fact]
    public void A_figure_of_another_scope_is_shown_and_not_ranked()
    {
        AddAll(Y2025, 10m, 40m, 20m);
        _figures.Add(Y2025, 99m, unit: Units[3], scope: "不包括开发区");

        var row = Model().Rows[3];

        Assert.True(row.IsOtherScope);
        Assert.Equal(99m, row.Figure!.Value);
        Assert.Equal((null, null), (row.Value, row.Rank));
    }

    [Fact]
    public void What_is_published_as_a_bound_has_no_place_among_values()
    {
        AddAll(Y2025, 10m, 40m, 20m);
        _figures.Add(Y2025, 50m, unit: Units[3], comparator: Comparator.AtLeast);

        var model = Model();

        Assert.Equal([1, 2, 3, null], model.Rows.Select(r => r.Rank));
        Assert.Equal((true, 50m, (decimal?)null), (model.Rows[3].IsBound, model.Rows[3].Figure!.Value!.Value, model.Rows[3].Value));
        Assert.Equal(Units[1], Assert.Single(Assert.IsType<CountyFinding.Ends>(model.Finding).Highest).Unit);
    }

    [Fact]
    public void Growth_is_what_is_published_and_never_computed_from_levels()
    {
        AddAll(Y2019, 5m, 20m, 10m, 15m);
        AddAll(Y2025, 10m, 40m, 20m, 30m);
        _figures.Add(Y2021, 7.2m, unit: Units[1], measure: Measure.Yoy);

        var model = Model(new(Measure: "yoy"));

        Assert.Equal([Y2021], model.Periods);
        Assert.Equal([7.2m, null, null, null], model.Rows.Select(r => r.Value));
        Assert.All(model.Rows, r => Assert.Null(r.Rank));
        Assert.Equal(new CountyFinding.Few(1, 4), model.Finding);
    }

    [Fact]
    public void The_earlier_period_beside_is_the_latest_that_half_of_the_units_have()
    {
        AddAll(Y2019, 5m, 20m, 10m, 15m);
        AddAll(Y2025, 10m, 40m, 20m, 30m);
        _figures.Add(Period.FullYear(2024), 38.79m, unit: Units[1]);
        _figures.Add(Period.Ytd(2025, 6), 19m, unit: Units[1]);

        var model = Model();

        Assert.Equal(Y2019, model.Before);
        Assert.Equal(20m, model.Rows[0].Before!.Value);
    }

    [Fact]
    public void What_the_address_asks_for_in_vain_is_named_and_the_default_shown()
    {
        AddAll(Y2025, 10m, 40m, 20m, 30m);

        var model = Model(new("urban_income", "1999-FY", "speed", "140000"));

        Assert.Equal(HandMade.Gdp, model.Indicator);
        Assert.Equal(
            [(CountiesFault.Indicator, "urban_income"), (CountiesFault.Measure, "speed"), (CountiesFault.Period, "1999-FY"), (CountiesFault.Unit, "140000")],
            model.Faults);
    }

    [Fact]
    public void Before_anything_was_known_there_is_nothing()
    {
        AddAll(Y2025, 10m, 40m, 20m, 30m);

        Assert.Null(CountiesModel.Of(_figures.Book.At(new(HandMade.Day("2024-01-01"))), Catalogue, new()));
    }

    [Fact]
    public void The_page_of_a_unit_ranks_it_where_half_of_the_units_can_be_compared()
    {
        AddAll(Y2019, 5m, 20m, 10m, 15m);
        _figures.Add(Y2025, 12m, unit: Units[0]);
        _figures.Add(Y2021, 7m, unit: Units[0], scope: "不包括开发区");

        var model = CountyModel.Of(View, Catalogue, Units[0].Code)!;

        var subject = Assert.Single(model.Subjects);
        Assert.Equal([Y2025, Y2021, Y2019], subject.History.Select(h => h.Period));
        Assert.Equal((Y2019, 4), (subject.Ranking!.Period, subject.Row!.Rank));
        Assert.Equal((2019, 2025), subject.Years);
        Assert.Null(CountyModel.Of(View, Catalogue, "140900"));
    }

    private BookView View => _figures.Book.At(new(HandMade.Day("2030-01-01")));

    private CountiesModel Model(CountiesQuery? query = null) => CountiesModel.Of(View, Catalogue, query ?? new())!;

    private void AddGrowth(PriceBasis? prices, params decimal[] rates)
    {
        foreach (var (rate, unit) in rates.Zip(Units)) _figures.Add(Y2025, rate, unit: unit, measure: Measure.Yoy, priceBasis: prices);
    }

    private void AddAll(Period period, params decimal[] values) => AddAll(period, HandMade.Gdp, values);

    private void AddAll(Period period, Indicator indicator, params decimal[] values)
    {
        foreach (var (value, unit) in values.Zip(Units))
        {
            _figures.Add(period, value, indicator, unit);
        }
    }
}

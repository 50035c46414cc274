using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Indicators;

public sealed class IndicatorModelTests
{
    private static readonly DateTimeOffset Now = HandMade.Day("2026-11-23");

    private static readonly StatisticalUnit Province =
        new() { Code = "140000", Name = "山西省", Level = UnitLevel.Province, Parent = "100000", Order = 2 };

    private static readonly Catalogue Catalogue = new(
        [HandMade.Gdp, HandMade.Income, HandMade.Capacity], [HandMade.Nation, Province, HandMade.City, HandMade.County]);

    private readonly HandMade _figures = new();

    [Fact]
    public void Versions_of_one_period_stand_beside_each_other_and_the_shown_one_first()
    {
        var preliminary = _figures.Add(Period.FullYear(2023), 1323.3m, known: "2024-01-20");
        var final = _figures.Add(Period.FullYear(2023), 1300.1m, known: "2025-01-20", stage: Stage.Final);

        var rows = Model().Table.Rows;

        Assert.Equal([final, preliminary], rows.Select(r => r.Lead));
        Assert.Equal([true, false], rows.Select(r => r.FirstOfPeriod));
        Assert.Equal([null, final.KnownFrom], rows.Select(r => r.ShownUntil));
        Assert.True(rows[1].EverShown);
    }

    [Fact]
    public void As_of_a_day_before_the_later_version_only_the_earlier_one_is_there()
    {
        var preliminary = _figures.Add(Period.FullYear(2023), 1323.3m, known: "2024-01-20");
        _figures.Add(Period.FullYear(2023), 1300.1m, known: "2025-01-20", stage: Stage.Final);

        var model = Model(asOf: "2024-06-30");

        Assert.Equal(preliminary, model.Main);
        Assert.True(Assert.Single(model.Table.Rows).Shown);
    }

    [Fact]
    public void Equal_values_of_two_sources_are_one_statement_with_two_supports()
    {
        var official = _figures.Add(Period.FullYear(2025), 1330.4m, source: "https://tjj.sxxz.gov.cn/a");
        var repost = _figures.Add(Period.FullYear(2025), 1330.40m, source: "https://news.example/b", reliability: Reliability.Repost);

        var row = Assert.Single(Model().Table.Rows);

        Assert.Equal(official, row.Lead);
        Assert.Equal([repost], row.Supports);
    }

    [Fact]
    public void Different_values_of_two_sources_are_two_lines()
    {
        _figures.Add(Period.FullYear(2025), 1330.4m, source: "https://tjj.sxxz.gov.cn/a");
        _figures.Add(Period.FullYear(2025), 1331.4m, source: "https://news.example/b", reliability: Reliability.Repost);

        var rows = Model().Table.Rows;

        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.Empty(r.Supports));
        Assert.False(rows[1].EverShown);
    }

    [Fact]
    public void Level_and_growth_of_one_source_and_stage_stand_in_one_line_and_what_nobody_gives_is_missing()
    {
        _figures.Add(Period.Ytd(2023, 6), 676.5m);
        _figures.Add(Period.Ytd(2023, 6), 1m, measure: Measure.Yoy);
        _figures.Add(Period.Ytd(2023, 3), -4.2m, measure: Measure.Yoy);

        var table = Model().Table;

        Assert.Equal([StatementColumn.Level, StatementColumn.Growth], table.Columns);
        Assert.Equal(2, table.Rows.Count);
        Assert.All(table.Rows[0].Cells, c => Assert.Single(c.Vintages));
        Assert.True(table.Rows[1].Cells[0].Missing);
        Assert.Equal(2, table.Periods);
    }

    [Fact]
    public void A_gap_to_the_province_is_derived_where_none_is_published()
    {
        _figures.Add(Period.Ytd(2023, 6), 1m, measure: Measure.Yoy);
        _figures.Add(Period.Ytd(2023, 6), 4.7m, unit: Province, measure: Measure.Yoy);

        var model = Model();

        Assert.Equal([StatementColumn.Growth, StatementColumn.GapToProvince], model.Table.Columns);
        Assert.Equal(-4m, model.DerivedGap!.Points);
        Assert.Empty(model.Gaps);
    }

    [Fact]
    public void A_published_gap_goes_before_a_derived_one()
    {
        _figures.Add(Period.Ytd(2023, 6), 10.1m, measure: Measure.Yoy);
        _figures.Add(Period.Ytd(2023, 6), 13.1m, measure: Measure.Gap, benchmark: Benchmark.Province);
        _figures.Add(Period.Ytd(2023, 6), -3.1m, unit: Province, measure: Measure.Yoy);

        var model = Model();

        Assert.Null(model.DerivedGap);
        Assert.Equal(13.1m, Assert.Single(model.Gaps).Value);
    }

    [Fact]
    public void The_main_figure_is_the_latest_actual_one_never_a_forecast_a_target_or_a_sum_of_years()
    {
        var actual = _figures.Add(Period.FullYear(2024), 968.75m);
        _figures.Add(Period.FullYear(2026), 1000m, kind: ValueKind.Forecast, known: "2026-06-30");
        _figures.Add(Period.FullYear(2027), 1500m, kind: ValueKind.Target, known: "2025-06-30");
        _figures.Add(Period.Span(2021, 2025), 3374m);

        var model = Model();

        Assert.Equal(actual, model.Main);
        Assert.Equal(1000m, model.Forecast!.Value);
        Assert.Equal([1500m], model.Targets.Select(t => t.Value!.Value));
    }

    [Fact]
    public void Growth_of_the_main_figure_is_missing_and_the_last_published_growth_is_named_with_its_own_period()
    {
        _figures.Add(Period.FullYear(2025), 1330.4m);
        var earlier = _figures.Add(Period.FullYear(2021), 10.6m, measure: Measure.Yoy);

        var model = Model();

        Assert.Null(model.MainGrowth);
        Assert.True(model.ExpectsGrowth);
        Assert.Equal(earlier, model.LatestGrowth);
    }

    [Fact]
    public void A_unit_without_figures_has_nothing_and_says_who_has()
    {
        _figures.Add(Period.FullYear(2025), 266.2115m, unit: HandMade.County);

        Assert.False(Model(HandMade.City).HasFigures);
        Assert.Equal(HandMade.County, Assert.Single(Model(HandMade.City).Units).Unit);
        Assert.Equal(HandMade.County, Model().Unit);
    }

    [Fact]
    public void Days_on_which_something_became_known_are_in_order_the_later_ones_too()
    {
        _figures.Add(Period.FullYear(2023), 1323.3m, known: "2024-01-20");
        _figures.Add(Period.FullYear(2024), 1330.3m, known: "2025-01-20");
        _figures.Add(Period.FullYear(2024), 4m, measure: Measure.Yoy, known: "2025-01-20");

        var moments = Model(asOf: "2024-06-30").Moments;

        Assert.Equal([(new DateOnly(2024, 1, 20), 1), (new DateOnly(2025, 1, 20), 2)], moments.Select(m => (m.Day, m.Figures.Count)));
    }

    [Fact]
    public void Years_without_an_annual_value_are_gaps_between_the_first_figure_and_the_last_year_over()
    {
        _figures.Add(Period.FullYear(2021), 1344.4m);
        _figures.Add(Period.Ytd(2023, 6), 676.5m);
        _figures.Add(Period.FullYear(2024), 1323.38m);

        Assert.Equal([(2022, false), (2023, true), (2025, false)], Model().Charts.Gaps);
    }

    [Fact]
    public void Between_two_measurements_of_a_stock_nothing_is_missing()
    {
        _figures.Add(Period.Point(new(2020, 12, 31)), 365m, HandMade.Capacity);
        _figures.Add(Period.Point(new(2025, 12, 31)), 609m, HandMade.Capacity);

        Assert.Empty(Model(indicator: HandMade.Capacity).Charts.Gaps);
    }

    [Fact]
    public void Single_quarters_and_sums_of_years_do_not_stand_among_the_bars_of_year_to_date_values()
    {
        var half = _figures.Add(Period.Ytd(2023, 6), 676.5m);
        _figures.Add(Period.Quarter(2023, 2), 350m);
        _figures.Add(Period.Span(2021, 2025), 3374m);

        var charts = Model().Charts;

        Assert.Equal([half], charts.Level);
        Assert.True(charts.SinglesLeftOut);
        Assert.True(charts.SpansLeftOut);
    }

    [Fact]
    public void The_periods_asked_for_narrow_the_table()
    {
        _figures.Add(Period.FullYear(2021), 1344.4m);
        _figures.Add(Period.Ytd(2023, 6), 676.5m);

        var model = Model(filter: PeriodFilter.Year);

        Assert.Equal([PeriodFilter.Year, PeriodFilter.Ytd], model.Filters);
        Assert.Equal("2021-FY", Assert.Single(model.Table.Rows).Lead.Period.Code);
    }

    private IndicatorModel Model(
        StatisticalUnit? unit = null, string? asOf = null, PeriodFilter filter = PeriodFilter.All, Indicator? indicator = null)
    {
        var snapshot = new Snapshot { Catalogue = Catalogue, Figures = _figures.Book };
        return new(snapshot, snapshot.Figures.At(new(asOf is null ? Now : HandMade.Day(asOf))), indicator ?? HandMade.Gdp, unit, filter, Now);
    }
}

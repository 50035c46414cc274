using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Overview;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Overview;

public sealed class HeadlineTests
{
    private readonly HandMade _made = new();

    [Fact]
    public void The_latest_level_leads_and_a_growth_that_is_not_known_is_said_to_be_missing()
    {
        _made.Add(Period.FullYear(2024), 1323.38m);
        _made.Add(Period.FullYear(2024), -2.2m, measure: Measure.Yoy);
        var latest = _made.Add(Period.FullYear(2025), 1330.4m);
        var average = _made.Add(Period.Span(2021, 2025), 3.5m, measure: Measure.AvgGrowth);

        var headline = Headline();

        Assert.Equal(latest, headline.Main);
        Assert.Equal(
            [new(HeadlineFactKind.Growth, null), new(HeadlineFactKind.AverageGrowth, average)],
            headline.Facts);
    }

    [Fact]
    public void The_published_growth_of_the_same_period_stands_beside_the_level_and_the_gap_too()
    {
        _made.Add(Period.Ytd(2023, 6), 676.5m);
        var growth = _made.Add(Period.Ytd(2023, 6), 1m, measure: Measure.Yoy);
        var gap = _made.Add(Period.Ytd(2023, 6), 13.1m, measure: Measure.Gap, benchmark: Benchmark.Province);

        Assert.Equal([new(HeadlineFactKind.Growth, growth), new(HeadlineFactKind.Gap, gap)], Headline().Facts);
    }

    [Fact]
    public void Where_only_growth_is_published_it_leads_and_the_level_is_missing()
    {
        var growth = _made.Add(Period.FullYear(2024), -10.6m, measure: Measure.Yoy);

        var headline = Headline();

        Assert.Equal(growth, headline.Main);
        Assert.Equal([new(HeadlineFactKind.Level, null)], headline.Facts);
    }

    [Fact]
    public void A_sum_of_years_never_leads()
    {
        _made.Add(Period.Span(2021, 2025), 3374m);

        Assert.Null(Headline().Main);

        _made.Add(Period.FullYear(2023), 600m);
        Assert.Equal(600m, Headline().Main!.Value);
    }

    [Fact]
    public void Self_media_never_leads_and_never_stands_beside_the_headline()
    {
        _made.Add(Period.FullYear(2025), 1330.4m, reliability: Reliability.SelfMedia);
        _made.Add(Period.FullYear(2024), 3.5m, measure: Measure.Yoy, reliability: Reliability.SelfMedia);
        var official = _made.Add(Period.FullYear(2024), 1323.3m);

        var headline = Headline();

        Assert.Equal(official, headline.Main);
        Assert.Equal([new(HeadlineFactKind.Growth, null)], headline.Facts);
    }

    [Fact]
    public void A_figure_whose_period_ended_more_than_18_months_ago_is_old()
    {
        _made.Add(Period.FullYear(2024), 1323.3m);

        Assert.False(Headline().IsOld(new(2026, 6, 30)));
        Assert.True(Headline().IsOld(new(2026, 7, 1)));
    }

    [Fact]
    public void A_stock_has_its_share_and_the_gap_of_the_share_and_its_earlier_value()
    {
        var share = new Indicator { Code = "share", Name = "占比", Type = IndicatorType.Ratio, Uom = "%", Direction = Direction.Up, Order = 9 };
        var earlier = _made.Add(Period.Point(new(2023, 7, 31)), 968.75m, HandMade.Capacity);
        _made.Add(Period.Point(new(2024, 9, 30)), 0.120283m, HandMade.Capacity, uom: "亿千瓦");

        Assert.Equal([new(HeadlineFactKind.Earlier, earlier)], Headline(HandMade.Capacity, "share").Facts);
        Assert.Equal([968.75m, 1202.83m], Headline(HandMade.Capacity).Points.Select(p => p.Value));

        var part = _made.Add(Period.Point(new(2024, 9, 30)), 61.44m, share, measure: Measure.Share);
        var gap = _made.Add(Period.Point(new(2024, 9, 30)), 12.39m, share, measure: Measure.Gap, benchmark: Benchmark.Province);
        Assert.Equal([new(HeadlineFactKind.Share, part), new(HeadlineFactKind.Gap, gap)], Headline(HandMade.Capacity, "share").Facts);
    }

    [Fact]
    public void A_forecast_never_leads()
    {
        _made.Add(Period.Point(new(2023, 12, 31)), 1000m, HandMade.Capacity, kind: ValueKind.Forecast);
        Assert.Null(Headline(HandMade.Capacity).Main);

        var actual = _made.Add(Period.Point(new(2023, 7, 31)), 968.75m, HandMade.Capacity);
        Assert.Equal(actual, Headline(HandMade.Capacity).Main);
    }

    [Fact]
    public void Half_years_and_full_years_do_not_stand_on_one_axis()
    {
        _made.Add(Period.Ytd(2020, 6), 459m);
        _made.Add(Period.FullYear(2020), 1061.1m);
        _made.Add(Period.FullYear(2025), 1330.4m, reliability: Reliability.SelfMedia, stage: Stage.Revised);

        var points = Headline().Points;

        Assert.Equal([1061.1m, 1330.4m], points.Select(p => p.Value));
        Assert.True(points[1].Provisional);
    }

    [Fact]
    public void What_was_not_known_yet_is_not_shown()
    {
        _made.Add(Period.FullYear(2025), 1330.4m, known: "2026-01-31");

        Assert.Null(Headline(asOf: "2026-01-30").Main);
        Assert.NotNull(Headline(asOf: "2026-01-31").Main);
    }

    private Headline Headline(Indicator? indicator = null, string? share = null, string asOf = "2026-11-23")
    {
        indicator ??= HandMade.Gdp;
        return Web.Browse.Overview.Headline.Of(new(indicator.Code, share), indicator, _made.Book.At(new(HandMade.Day(asOf))), HandMade.City.Code);
    }
}

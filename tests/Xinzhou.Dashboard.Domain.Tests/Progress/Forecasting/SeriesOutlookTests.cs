using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Forecasting;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Forecasting;

[Trait("Category", "Quick")]
public sealed class SeriesOutlookTests
{
    private static readonly decimal[] Season = [20, 26, 24, 30];

    private readonly HandMade made = new();

    [Fact]
    public void Values_from_January_on_are_differenced_first()
    {
        YearsToDate(2023, 2026, lastQuarter: 3);

        var outlook = Outlook();

        Assert.Equal((15, SeriesFrequency.Quarter), (outlook.Quarters, outlook.Frequency));
        Assert.Equal([20m, 26m, 24m, 30m, 21m], outlook.Values.Take(5).Select(v => v.Value));
        Assert.All(outlook.Values, v => Assert.True(v.IsDerived));
    }

    [Fact]
    public void The_year_that_has_begun_is_what_is_known_of_it_and_what_is_forecast_of_the_rest()
    {
        YearsToDate(2023, 2026, lastQuarter: 3);

        var outlook = Outlook();

        Assert.Equal(["2026-FY", "2027-FY", "2028-FY", "2029-FY", "2030-FY", "2031-FY"], outlook.Points.Select(p => p.Period.Code));
        var known = (double)outlook.Values.TakeLast(3).Sum(v => v.Value);
        var (first, second) = (outlook.Points[0].Distribution, outlook.Points[1].Distribution);
        Assert.InRange(first.Mean, known + 30, known + 40);
        // One quarter is open in the first year and four in the second.
        Assert.True(Width(first) < Width(second));
        Assert.All(SeriesOutlook.Levels.Zip(SeriesOutlook.Levels.Skip(1)), l => Assert.True(Width(second, l.First) < Width(second, l.Second)));
    }

    [Fact]
    public void A_gap_ends_the_run_and_below_eight_quarters_nothing_is_forecast()
    {
        YearsToDate(2023, 2025);
        made.Add(Period.Ytd(2026, 3), 23);
        made.Add(Period.Ytd(2026, 6), 52);
        // A quarter whose two ends are of different stages is no difference.
        made.Add(Period.Ytd(2025, 6), 48.5m, stage: Stage.Final, known: "2026-02-01");

        var outlook = Outlook();

        // The last of 2025 and the two of 2026; the second and third of 2025 are not to be derived.
        Assert.Equal((3, 3), (outlook.Quarters, outlook.Years));
        Assert.Equal(OutlookRefusal.TooShort, outlook.Refusal);
        Assert.Equal((5, 3), outlook.Missing);
        Assert.Empty(outlook.Points);
    }

    [Fact]
    public void With_years_alone_six_are_enough_and_eight_give_a_probability()
    {
        for (var year = 2020; year <= 2025; year++) made.Add(Period.FullYear(year), 100 + (10 * (year - 2020)));
        var target = made.Add(Period.FullYear(2027), 150, kind: ValueKind.Target, known: "2024-01-01");

        Assert.Equal((SeriesFrequency.Year, (OutlookRefusal?)null, false), (Outlook().Frequency, Outlook().Refusal, Outlook().HasProbability));
        Assert.Null(Outlook().Probability(target, 150, ForecastDirection.Up));
        made.Add(Period.FullYear(2019), 90);
        made.Add(Period.FullYear(2018), 81);
        Assert.Equal(["2026-FY", "2027-FY", "2028-FY", "2029-FY", "2030-FY"], Outlook().Points.Select(p => p.Period.Code));
        Assert.InRange(Outlook().Probability(target, 150, ForecastDirection.Up)!.Value, 0.5, 1);
        Assert.Equal(1, Outlook().Probability(target, 150, ForecastDirection.Up)!.Value + Outlook().Probability(target, 150, ForecastDirection.Down)!.Value, 2);
    }

    [Fact]
    public void A_stock_is_forecast_by_the_ends_of_quarters()
    {
        for (var quarter = new Quarter(2023, 1); quarter != new Quarter(2026, 3); quarter = quarter.Next)
            made.Add(Period.Point(quarter.LastDay), 900 + quarter.LastDay.DayNumber % 7, HandMade.Capacity);

        var outlook = Outlook(HandMade.Capacity);

        Assert.Equal((14, "2026-09-30", "2031-12-31"), (outlook.Quarters, outlook.Points[0].Period.Code, outlook.Points[^1].Period.Code));
        Assert.NotNull(outlook.At(2027));
    }

    [Fact]
    public void What_is_expected_or_aimed_at_of_another_scope_or_a_bound_is_no_value_to_forecast_from()
    {
        YearsToDate(2024, 2025);
        made.Add(Period.Ytd(2026, 3), 25, kind: ValueKind.Forecast, known: "2025-01-01");
        made.Add(Period.Ytd(2026, 3), 25, kind: ValueKind.Target, known: "2025-01-01");
        made.Add(Period.Ytd(2026, 3), 25, scope: "不包括开发区");
        made.Add(Period.Ytd(2026, 3), 25, comparator: Comparator.AtLeast);

        Assert.Equal("2025-Q4", Outlook().Values[^1].Period.Code);
    }

    [Fact]
    public void An_indicator_whose_base_changes_and_one_that_nobody_publishes_any_more_are_not_forecast()
    {
        YearsToDate(2019, 2023);
        Assert.Equal(OutlookRefusal.OutOfDate, Outlook().Refusal);

        var investment = HandMade.Gdp with { Code = "inv", Note = "增速按可比口径" };
        for (var year = 2018; year <= 2025; year++) made.Add(Period.FullYear(year), 100, investment);
        Assert.Equal(OutlookRefusal.BaseChanges, Outlook(investment).Refusal);
    }

    [Fact]
    public void A_past_moment_is_forecast_by_what_was_known_then()
    {
        YearsToDate(2023, 2026, lastQuarter: 3);

        var then = SeriesOutlook.Of(made.Book.At(new(Shanghai.EndOf(new(2025, 6, 1)))), SeriesOf(HandMade.Gdp));

        Assert.Equal("2025-Q1", then.Values[^1].Period.Code);
    }

    [Fact]
    public void An_outlook_is_computed_once_for_a_book_and_all_moments_between_two_changes()
    {
        YearsToDate(2023, 2026, lastQuarter: 3);
        var (cache, book) = (new OutlookCache(), made.Book);
        var series = book.Find("gdp", "140900", Measure.Level)!.Series;

        var outlook = cache.Of(book.At(new(Shanghai.EndOf(new(2026, 11, 23)))), series);

        Assert.Same(outlook, cache.Of(book.At(new(Shanghai.EndOf(new(2026, 11, 24)))), series));
        Assert.NotSame(outlook, cache.Of(book.At(new(Shanghai.EndOf(new(2025, 11, 24)))), series));
        Assert.NotSame(outlook, cache.Of(made.Book.At(new(Shanghai.EndOf(new(2026, 11, 23)))), series));
    }

    [Fact]
    public void A_total_of_one_step_is_that_step()
    {
        var forecast = Forecaster.Of(new()
        {
            Values = [.. Enumerable.Range(0, 20).Select(i => 100.0 + i + (i % 4))],
            Frequency = SeriesFrequency.Quarter,
            Horizon = 4,
            Levels = [80],
            Target = 122,
            Totals = [new(4, 4), new(1, 4, 1000)],
        })!;

        Assert.Equal(forecast.Mean[3], forecast.Totals[0].Mean, 6);
        Assert.Equal(forecast.Intervals[0].Lower[3], forecast.Totals[0].Interval(80).Lower, 0.05);
        Assert.Equal(forecast.Probability!.Value, forecast.Totals[0].Meets(122, ForecastDirection.Up), 0.01);
        Assert.Equal(1000 + forecast.Mean.Sum(), forecast.Totals[1].Mean, 6);
        Assert.Equal(1000 + forecast.Intervals[0].Upper.Sum(), forecast.Totals[1].Interval(80).Upper, 0.5);
    }

    private static double Width(ForecastDistribution distribution, double level = 80) =>
        distribution.Interval(level) is var (lower, upper) ? upper - lower : 0;

    private void YearsToDate(int first, int last, int lastQuarter = 4)
    {
        for (var year = first; year <= last; year++)
        {
            var sum = 0m;
            for (var quarter = 1; quarter <= (year == last ? lastQuarter : 4); quarter++)
            {
                sum += Season[quarter - 1] + (year - first);
                made.Add(Period.Ytd(year, 3 * quarter), sum);
            }
        }
    }

    private Series SeriesOf(Indicator indicator) => made.Book.Find(indicator.Code, "140900", Measure.Level)!.Series;

    private SeriesOutlook Outlook(Indicator? indicator = null) =>
        SeriesOutlook.Of(made.Book.At(new(Shanghai.EndOf(new(2026, 11, 23)))), SeriesOf(indicator ?? HandMade.Gdp));
}

using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Forecasting;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Forecasting;

[Trait("Category", "Quick")]
public sealed class ForecastHistoryTests
{
    private static readonly decimal[] Season = [20, 26, 24, 30];

    private readonly HandMade made = new();

    [Fact]
    public void Each_forecast_is_held_against_what_came_of_its_year_and_of_the_next()
    {
        YearsToDate(2021, 2026, lastQuarter: 3);

        var history = History();

        Assert.Equal(
            ["2024-Q4 2024-FY", "2024-Q4 2025-FY", "2025-Q1 2025-FY", "2025-Q2 2025-FY", "2025-Q3 2025-FY", "2025-Q4 2025-FY"],
            history.Judged.Select(f => $"{f.Made} {f.Period.Code}"));
        Assert.All(history.Judged.Skip(1), f => Assert.Equal(116, f.Actual.Value));
        Assert.All(history.Judged, f => Assert.Equal((f.Mean - (double)f.Actual.Value) / (double)f.Actual.Value * 100, f.Percent!.Value, 9));
        Assert.All(history.Judged, f => Assert.Equal((double)f.Actual.Value >= f.Lower && (double)f.Actual.Value <= f.Upper, f.IsInBand));
    }

    [Fact]
    public void What_was_forecast_is_what_the_figures_known_then_give()
    {
        YearsToDate(2021, 2026, lastQuarter: 3);
        // The year is revised long after: it changes what came, not what was forecast.
        var before = History();
        made.Add(Period.FullYear(2025), 150, stage: Stage.Final, known: "2026-11-01");

        var after = History();

        Assert.Equal(before.Judged.Select(f => (f.Made, f.Mean)), after.Judged.Select(f => (f.Made, f.Mean)));
        Assert.Equal(150, after.Judged[^1].Actual.Value);
        var then = SeriesOutlook.Of(made.Book.At(new(Shanghai.EndOf(new(2025, 6, 30)))), Gdp);
        Assert.Equal(then.At(2025)!.Distribution.Mean, after.Judged.Single(f => f.Made == new Quarter(2025, 2)).Mean);
    }

    [Fact]
    public void The_forecast_of_the_last_quarter_stands_while_something_else_is_forecast_now()
    {
        YearsToDate(2021, 2026, lastQuarter: 3);

        var history = History();

        Assert.Equal(new Quarter(2026, 3), history.LastMade);
        Assert.Equal(SeriesOutlook.Of(made.Book.At(new(Shanghai.EndOf(new(2026, 9, 30)))), Gdp).At(2027)!.Distribution.Mean, history.Last.Single(p => p.Period.Code == "2027-FY").Distribution.Mean);
    }

    [Fact]
    public void A_quarter_in_which_nothing_came_makes_no_new_forecast()
    {
        for (var year = 2012; year <= 2025; year++) made.Add(Period.FullYear(year), 100 + (10 * (year - 2012)) + (year % 2));

        var history = History();

        Assert.Equal(["2024-Q4 2024-FY", "2024-Q4 2025-FY", "2025-Q1 2025-FY"], history.Judged.Select(f => $"{f.Made} {f.Period.Code}"));
        // Nothing has come since the first quarter: what is told beside the forecast of now is the one before it.
        Assert.Equal(new Quarter(2025, 4), history.LastMade);
        Assert.Equal("2025-FY", history.Last[0].Period.Code);
    }

    [Fact]
    public void By_the_clock_of_recording_nothing_was_forecast_before_anything_was_held()
    {
        YearsToDate(2021, 2026, lastQuarter: 3, recorded: "2026-11-02");

        Assert.Empty(History(Clock.Recorded).Judged);
        Assert.NotEmpty(History().Judged);
    }

    [Fact]
    public void A_series_that_is_carried_on_no_more_has_a_history_of_the_time_when_it_was()
    {
        YearsToDate(2015, 2019);

        var (view, then) = (At(Clock.Known), made.Book.At(new(Shanghai.EndOf(new(2021, 11, 23)))));

        Assert.Equal(OutlookRefusal.OutOfDate, SeriesOutlook.Of(view, Gdp).Refusal);
        Assert.Empty(ForecastHistory.Of(view, SeriesOutlook.Of(view, Gdp)).Judged);
        Assert.NotEmpty(ForecastHistory.Of(then, SeriesOutlook.Of(then, Gdp)).Judged);
    }

    [Fact]
    public void A_history_is_worked_out_once_for_all_moments_between_two_changes()
    {
        YearsToDate(2021, 2026, lastQuarter: 3);
        var (cache, book) = (new OutlookCache(), made.Book);

        var history = cache.HistoryOf(book.At(new(Shanghai.EndOf(new(2026, 11, 23)))), Gdp);

        Assert.Same(history, cache.HistoryOf(book.At(new(Shanghai.EndOf(new(2026, 11, 24)))), Gdp));
        Assert.NotSame(history, cache.HistoryOf(book.At(new(Shanghai.EndOf(new(2026, 8, 1)))), Gdp));
    }

    private Series Gdp => made.Book.Find("gdp", "140900", Measure.Level)!.Series;

    private BookView At(Clock clock) => made.Book.At(new(Shanghai.EndOf(new(2026, 11, 23)), clock));

    private ForecastHistory History(Clock clock = Clock.Known)
    {
        var view = At(clock);
        return ForecastHistory.Of(view, SeriesOutlook.Of(view, Gdp));
    }

    private void YearsToDate(int first, int last, int lastQuarter = 4, string? recorded = null)
    {
        for (var year = first; year <= last; year++)
        {
            var sum = 0m;
            for (var quarter = 1; quarter <= (year == last ? lastQuarter : 4); quarter++)
            {
                sum += Season[quarter - 1] + (year - first);
                made.Add(Period.Ytd(year, 3 * quarter), sum, recorded: recorded);
            }
        }
    }
}

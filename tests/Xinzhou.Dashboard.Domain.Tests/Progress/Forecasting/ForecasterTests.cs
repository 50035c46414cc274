using Xinzhou.Dashboard.Domain.Progress.Forecasting;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Forecasting;

/// <summary>What holds for every forecast.</summary>
public sealed class ForecasterTests
{
    private static readonly double[] Levels = [50, 80, 95];

    // Growth with seasons and some noise, 40 quarters.
    private static readonly double[] Growing =
        [.. Enumerable.Range(0, 40).Select(i => (100 + 2 * i) * (1 + 0.1 * Math.Sin(i * Math.PI / 2)) + 3 * Math.Sin(i * i))];

    [Theory]
    [InlineData(SeriesFrequency.Month, 24)]
    [InlineData(SeriesFrequency.Quarter, 8)]
    [InlineData(SeriesFrequency.Year, 6)]
    public void Below_the_minimum_length_nothing_is_forecast(SeriesFrequency frequency, int minimum)
    {
        Assert.Null(Forecaster.Of(Asked([.. Ramp(minimum - 1)], frequency)));
        Assert.NotNull(Forecaster.Of(Asked([.. Ramp(minimum)], frequency)));
    }

    [Theory]
    [InlineData(SeriesFrequency.Month, 36)]
    [InlineData(SeriesFrequency.Quarter, 16)]
    [InlineData(SeriesFrequency.Year, 8)]
    public void A_short_series_has_bands_but_no_probability(SeriesFrequency frequency, int minimum)
    {
        var below = Forecaster.Of(Asked([.. Ramp(minimum - 1)], frequency) with { Target = 1 })!;
        var enough = Forecaster.Of(Asked([.. Ramp(minimum)], frequency) with { Target = 1 })!;

        Assert.Equal((null, null), (below.Probability, below.Likelihood));
        Assert.Equal(Levels.Length, below.Intervals.Count);
        Assert.NotNull(enough.Probability);
        Assert.NotNull(enough.Likelihood);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.5)]
    [InlineData(1e12)]
    public void Another_unit_scales_the_forecast(double factor)
    {
        var (plain, scaled) = (Forecaster.Of(Asked(Growing))!, Forecaster.Of(Asked([.. Growing.Select(v => v * factor)]))!);

        Assert.Equal(plain.Method, scaled.Method);
        Near(plain.Mean.Select(v => v * factor), scaled.Mean);
        Near(plain.Intervals[2].Upper.Select(v => v * factor), scaled.Intervals[2].Upper);
        Assert.Equal(plain.Backtest.Combination, scaled.Backtest.Combination, 1e-3);
    }

    [Fact]
    public void Levels_nest_and_bands_hold_the_forecast()
    {
        var forecast = Forecaster.Of(Asked(Growing))!;

        for (var h = 0; h < forecast.Mean.Count; h++)
        {
            var lower = forecast.Intervals.Select(i => i.Lower[h]).ToArray();
            var upper = forecast.Intervals.Select(i => i.Upper[h]).ToArray();
            Assert.True(lower[2] < lower[1] && lower[1] < lower[0] && lower[0] < forecast.Mean[h]);
            Assert.True(upper[2] > upper[1] && upper[1] > upper[0] && upper[0] > forecast.Mean[h]);
        }
    }

    [Fact]
    public void The_probability_falls_as_the_target_rises_and_both_directions_make_one()
    {
        var last = Forecaster.Of(Asked(Growing))!.Mean[^1];
        double Probability(double target, ForecastDirection direction) =>
            Forecaster.Of(Asked(Growing) with { Target = target, Direction = direction })!.Probability!.Value;

        double[] rising = [.. new[] { 0.5, 0.9, 0.97, 1, 1.03, 1.1, 2 }.Select(f => Probability(last * f, ForecastDirection.Up))];

        Assert.Equal(rising.OrderDescending(), rising);
        Assert.InRange(rising[3], 0.3, 0.7);
        Assert.Equal((1.0, 0.0), (rising[0], rising[^1]));
        Assert.Equal(1, Probability(last * 1.03, ForecastDirection.Down) + rising[4], 1e-9);
    }

    [Fact]
    public void The_same_request_has_the_same_answer()
    {
        var (first, second) = (Forecaster.Of(Asked(Growing) with { Target = 180 })!, Forecaster.Of(Asked(Growing) with { Target = 180 })!);

        Assert.Equal(first.Mean, second.Mean);
        Assert.Equal(first.Probability, second.Probability);
        Assert.Equal(first.Backtest, second.Backtest);
    }

    [Fact]
    public void Where_the_seasonal_naive_forecast_wins_it_is_used()
    {
        double[] repeated = [.. Enumerable.Range(0, 24).Select(i => new[] { 3.0, 9, 5, 1 }[i % 4])];

        var forecast = Forecaster.Of(Asked(repeated))!;

        Assert.Equal(ForecastMethod.Snaive, forecast.Method);
        Assert.Equal([3.0, 9.0, 5.0, 1.0, 3.0, 9.0, 5.0, 1.0], forecast.Mean.Select(v => Math.Round(v, 9)));
        Assert.All(CompetitionSeries.All.Where(s => s.Known.Length is >= 12).Take(40), series =>
        {
            var found = Forecaster.Of(Asked(series.Known))!;
            Assert.Equal(found.Backtest.Combination < found.Backtest.SeasonalNaive, found.Method != ForecastMethod.Snaive);
        });
    }

    [Fact]
    public void The_method_follows_from_the_length()
    {
        Assert.Equal(ForecastMethod.ThetaDamped, Forecaster.Of(Asked(Growing))!.Method);
        Assert.Equal(ForecastMethod.Snaive, Forecaster.Of(Asked(Growing[..11]))!.Method);
        var methods = CompetitionSeries.All.Where(s => s.Known.Length >= 24).Take(40).Select(s => Forecaster.Of(Asked(s.Known[^24..]))!.Method).ToArray();
        Assert.True(methods.Count(m => m == ForecastMethod.ThetaDampedSnaive) > methods.Length / 2);
    }

    [Fact]
    public void A_plain_trend_is_not_pulled_back_by_its_last_season()
    {
        double[] rising = [.. Enumerable.Range(0, 25).Select(i => 100.0 + (4 * i))];

        var forecast = Forecaster.Of(Asked(rising))!;

        Assert.Equal(ForecastMethod.ThetaDamped, forecast.Method);
        Assert.All(forecast.Mean, v => Assert.True(v > rising[^1]));
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void No_series_breaks_it(string name, double[] values)
    {
        foreach (var frequency in Enum.GetValues<SeriesFrequency>())
        {
            var forecast = Forecaster.Of(Asked(values, frequency) with { Horizon = 60, Target = values[^1] })!;

            Assert.All(forecast.Mean, v => Assert.True(double.IsFinite(v), name));
            Assert.All(forecast.Intervals, i => Assert.All(i.Lower.Zip(i.Upper), b => Assert.True(double.IsFinite(b.First) && b.First <= b.Second, name)));
            Assert.InRange(forecast.Probability!.Value, 0, 1);
            Assert.True(double.IsFinite(forecast.Backtest.Combination) && double.IsFinite(forecast.Backtest.SeasonalNaive), name);
        }
    }

    public static TheoryData<string, double[]> Odd => new()
    {
        { "zeros", new double[40] },
        { "constant", [.. Enumerable.Repeat(5.1, 40)] },
        { "negative", [.. Ramp(40).Select(v => -v)] },
        { "about zero", [.. Enumerable.Range(0, 41).Select(i => Math.Sin(i) * (i % 3))] },
        { "one spike", [.. Enumerable.Range(0, 40).Select(i => i == 20 ? 1e6 : 0.0)] },
        { "spike at the end", [.. Enumerable.Range(0, 40).Select(i => i == 39 ? 1e6 : 1.0)] },
        { "huge", [.. Ramp(40).Select(v => v * 1e99)] },
        { "tiny", [.. Ramp(40).Select(v => v * 1e-99)] },
        { "at the edge", [.. Ramp(40).Select(v => v * 1e306)] },
        { "exploding", [.. Enumerable.Range(0, 40).Select(i => Math.Pow(10, i))] },
        { "collapsing", [.. Enumerable.Range(0, 40).Select(i => Math.Pow(10, -i))] },
        { "long", [.. Enumerable.Range(0, 1000).Select(i => 50 + 10 * Math.Sin(i) + i % 7)] },
    };

    [Fact]
    public void A_constant_series_goes_on_without_doubt()
    {
        var forecast = Forecaster.Of(Asked([.. Enumerable.Repeat(5.1, 20)]) with { Target = 5.1 })!;

        Assert.All(forecast.Mean, v => Assert.Equal(5.1, v));
        Assert.Equal(forecast.Mean, forecast.Intervals[2].Upper);
        Assert.Equal((1.0, Likelihood.VeryLikely), (forecast.Probability!.Value, forecast.Likelihood!.Value));
    }

    [Theory]
    [InlineData(0, 8, 50)]
    [InlineData(1001, 8, 50)]
    [InlineData(20, 0, 50)]
    [InlineData(20, 61, 50)]
    [InlineData(20, 8, 0)]
    [InlineData(20, 8, 100)]
    public void Outside_its_bounds_a_request_is_refused(int count, int horizon, double level) =>
        Assert.ThrowsAny<ArgumentException>(() => Forecaster.Of(Asked([.. Ramp(count)]) with { Horizon = horizon, Levels = [level] }));

    private static ForecastRequest Asked(double[] values, SeriesFrequency frequency = SeriesFrequency.Quarter) =>
        new() { Values = values, Frequency = frequency, Horizon = 8, Levels = Levels };

    private static IEnumerable<double> Ramp(int count) => Enumerable.Range(0, count).Select(i => 10 + i + (i % 4) + Math.Cos(3 * i));

    private static void Near(IEnumerable<double> expected, IEnumerable<double> found) =>
        Assert.All(expected.Zip(found), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 1e-3 * Math.Abs(pair.First), $"{pair}"));
}

using Xinzhou.Dashboard.Domain.Progress.Forecasting;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Forecasting;

/// <summary>On the quarterly series of the M competition forecasts are as good as they are said to be: see eng/bench forecast.</summary>
public sealed class AccuracyTests
{
    private static readonly double[] Levels = [95, 80, 50];

    [Fact]
    public void Theta_comes_to_the_published_accuracy()
    {
        var error = CompetitionSeries.All.Average(s => s.SymmetricError(Theta.Fit(s.Known, 4).Mean(8)));

        // 16.28 with the first level fitted otherwise.
        Assert.InRange(error, 16.0, 16.6);
    }

    [Fact]
    public void The_combination_beats_its_parts_and_its_bands_hold_what_they_promise()
    {
        var forecasts = CompetitionSeries.All.Select(s => (Series: s, Made: Of(s.Known))).ToList();

        Assert.True(forecasts.Average(f => f.Series.SymmetricError(f.Made.Mean)) < 16.6);
        Assert.InRange(Covered(0), 0.87, 0.97);
        Assert.InRange(Covered(1), 0.72, 0.87);
        Assert.InRange(Covered(2), 0.42, 0.60);

        double Covered(int level) => forecasts.Average(f =>
            f.Series.Future.Zip(f.Made.Intervals[level].Lower, f.Made.Intervals[level].Upper).Average(v => v.First >= v.Second && v.First <= v.Third ? 1.0 : 0));
    }

    [Fact]
    public void On_the_last_12_quarters_it_beats_the_seasonal_naive_forecast()
    {
        var all = CompetitionSeries.All.Where(s => s.Known.Length >= 12).Select(s => s with { Known = s.Known[^12..] }).ToList();

        Assert.True(all.Average(s => s.SymmetricError(Of(s.Known).Mean)) < all.Average(s => s.SymmetricError(SeasonalNaive.Fit(s.Known, 4).Mean(8))));
    }

    private static Forecast Of(double[] known) =>
        Forecaster.Of(new() { Values = known, Frequency = SeriesFrequency.Quarter, Horizon = 8, Levels = Levels })!;
}

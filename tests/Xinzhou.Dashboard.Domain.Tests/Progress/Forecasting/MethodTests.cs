using Xinzhou.Dashboard.Domain.Progress.Forecasting;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Forecasting;

/// <summary>Each method against numbers that follow from its published definition.</summary>
public sealed class MethodTests
{
    [Fact]
    public void The_seasonal_naive_forecast_repeats_the_last_year_and_widens_by_the_year()
    {
        var naive = SeasonalNaive.Fit([1, 2, 3, 4, 2, 3, 4, 5], 4);

        double[] mean = [2, 3, 4, 5, 2];
        double[] spread = [1, 1, 1, 1, Math.Sqrt(2)];
        Assert.Equal(mean, naive.Mean(5));
        Assert.Equal(spread, naive.Spread(5));
    }

    [Fact]
    public void Theta_has_half_the_slope_of_the_trend_as_drift()
    {
        var theta = Theta.Fit([10, 12, 11, 13, 14, 13, 16, 15, 17, 19, 18], 1);
        var mean = theta.Mean(3);

        Assert.Equal(theta.Slope / 2, mean[1] - mean[0], 1e-12);
        Assert.Equal(theta.Slope / 2, mean[2] - mean[1], 1e-12);
        Assert.Equal(92.0 / 110, theta.Slope, 1e-12);
        Assert.Equal(theta.Level + theta.Slope / 2 * (1 - Math.Pow(1 - theta.Alpha, 11)) / theta.Alpha, mean[0], 1e-9);
    }

    [Fact]
    public void A_straight_line_goes_on_by_Theta_with_its_slope_halved()
    {
        var mean = Theta.Fit([.. Enumerable.Range(1, 30).Select(i => 2.0 * i)], 4).Mean(2);

        Assert.Equal(61, mean[0], 0.1);
        Assert.Equal(62, mean[1], 0.1);
    }

    [Fact]
    public void Seasonality_is_found_where_it_is()
    {
        double[] seasonal = [.. Enumerable.Range(0, 24).Select(i => 10.0 + new[] { 4, 0, -3, -1 }[i % 4])];
        double[] without = [.. Enumerable.Range(0, 24).Select(i => 10.0 + new[] { 4, 0, -3, -1, 2 }[i % 5])];

        Assert.True(SeasonalityTest.Finds(seasonal, 4));
        Assert.False(SeasonalityTest.Finds(without, 4));
        Assert.False(SeasonalityTest.Finds(seasonal.AsSpan(0, 8), 4));
        Assert.False(SeasonalityTest.Finds(new double[24], 4));
        Assert.False(SeasonalityTest.Finds(seasonal, 1));
    }

    [Fact]
    public void The_classical_decomposition_finds_the_indices_of_a_series_made_of_them()
    {
        double[] factors = [1.2, 0.9, 0.7, 1.2];
        double[] terms = [2, -1, -3, 2];
        double[] multiplied = [.. Enumerable.Range(0, 20).Select(i => 50 * factors[i % 4])];
        double[] added = [.. Enumerable.Range(0, 20).Select(i => i + terms[i % 4])];

        Assert.Equal(factors, ClassicalDecomposition.Indices(multiplied, 4, multiplicative: true)!.Select(v => Math.Round(v, 9)));
        Assert.Equal(terms, ClassicalDecomposition.Indices(added, 4, multiplicative: false)!.Select(v => Math.Round(v, 9)));
        Assert.Null(ClassicalDecomposition.Indices(added.AsSpan(0, 7), 4, multiplicative: false));
    }

    [Fact]
    public void A_damped_trend_flattens_by_its_damping()
    {
        var damped = DampedTrend.Fit([.. Enumerable.Range(0, 30).Select(i => 0.5 + 0.01 * i + 0.002 * Math.Sin(i * i))], 1);
        var mean = damped.Mean(4);

        Assert.InRange(damped.Damping, 0.8, 0.98);
        Assert.Equal(damped.Damping, (mean[2] - mean[1]) / (mean[1] - mean[0]), 1e-9);
        Assert.Equal(damped.Damping, (mean[3] - mean[2]) / (mean[2] - mean[1]), 1e-9);
        Assert.Equal(damped.Spread(8).Order(), damped.Spread(8));
    }

    [Fact]
    public void The_damped_trend_takes_seasons_where_they_are_and_none_where_not()
    {
        double[] Made(int period) => [.. Enumerable.Range(0, 40).Select(i => (0.4 + 0.01 * i) * (1 + 0.3 * Math.Sin(2 * Math.PI * i / period)) + 0.005 * Math.Sin(i * i))];

        Assert.NotEqual(SeasonForm.None, DampedTrend.Fit(Made(4), 4).Form.Season);
        Assert.Equal(SeasonForm.None, DampedTrend.Fit([.. Enumerable.Range(0, 40).Select(i => 0.4 + 0.01 * i + 0.005 * Math.Sin(i * i))], 4).Form.Season);
    }
}

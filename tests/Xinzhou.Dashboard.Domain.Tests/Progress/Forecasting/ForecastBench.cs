using System.Diagnostics;
using Xinzhou.Dashboard.Domain.Progress.Forecasting;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Forecasting;

/// <summary>Accuracy, coverage and width of forecasts, for eng/bench forecast.</summary>
internal static class ForecastBench
{
    private const int Season = 4;
    private static readonly double[] Levels = [95, 80, 50];

    public static void Run()
    {
        foreach (var last in new int?[] { null, 8, 12, 16, 24 })
            Measure(last);
    }

    private static void Measure(int? last)
    {
        CompetitionSeries[] all =
        [
            .. CompetitionSeries.All.Where(s => last is null || s.Known.Length >= last)
                .Select(s => last is { } count ? s with { Known = s.Known[^count..] } : s),
        ];
        var what = last is null ? "whole series" : $"last {last} quarters";
        Say("naive2", s => Naive2(s.Known, s.Future.Length));
        Say("theta", s => Theta.Fit(s.Known, Season).Mean(s.Future.Length));
        Say("damped trend", s =>
        {
            var largest = s.Known.Max(Math.Abs);
            return [.. DampedTrend.Fit([.. s.Known.Select(v => v / largest)], Season).Mean(s.Future.Length).Select(v => v * largest)];
        });
        Say("seasonal naive", s => SeasonalNaive.Fit(s.Known, Season).Mean(s.Future.Length));

        Forecast Of(CompetitionSeries s) =>
            Forecaster.Of(new() { Values = s.Known, Frequency = SeriesFrequency.Quarter, Horizon = s.Future.Length, Levels = Levels })!;
        Of(all[0]);
        var watch = Stopwatch.StartNew();
        Forecast[] forecasts = [.. all.Select(Of)];
        var took = watch.Elapsed.TotalMilliseconds / all.Length;
        var error = all.Zip(forecasts, (s, f) => s.SymmetricError(f.Mean)).Average();
        Console.WriteLine($"{what}, {all.Length} series: forecast sMAPE {error:F2}, {took:F1} ms a series, seasonal naive used {forecasts.Count(f => f.Method == ForecastMethod.Snaive)} times");
        for (var l = 0; l < Levels.Length; l++)
        {
            var (covered, score) = (0.0, 0.0);
            foreach (var (series, forecast) in all.Zip(forecasts))
            {
                var (lower, upper) = (forecast.Intervals[l].Lower, forecast.Intervals[l].Upper);
                var scale = Enumerable.Range(Season, Math.Max(0, series.Known.Length - Season)).Average(i => Math.Abs(series.Known[i] - series.Known[i - Season]));
                for (var h = 0; h < series.Future.Length; h++)
                {
                    var y = series.Future[h];
                    covered += y >= lower[h] && y <= upper[h] ? 1 : 0;
                    var outside = Math.Max(0, Math.Max(lower[h] - y, y - upper[h]));
                    score += (upper[h] - lower[h] + 2 / (1 - Levels[l] / 100) * outside) / Math.Max(scale, 1e-12);
                }
            }
            var count = all.Sum(s => s.Future.Length);
            Console.WriteLine($"{what}: {Levels[l]} % interval covers {100 * covered / count:F1} %, mean scaled interval score {score / count:F2}");
        }

        void Say(string method, Func<CompetitionSeries, double[]> forecast) =>
            Console.WriteLine($"{what}: {method} sMAPE {all.Average(s => s.SymmetricError(forecast(s))):F2}");
    }

    /// <summary>The last value without its season, and the seasons put back.</summary>
    private static double[] Naive2(double[] values, int horizon)
    {
        var indices = SeasonalityTest.Finds(values, Season) ? ClassicalDecomposition.Indices(values, Season, multiplicative: true) : null;
        double Index(int position) => indices is null ? 1 : indices[position % Season];
        return [.. Enumerable.Range(values.Length, horizon).Select(i => values[^1] / Index(values.Length - 1) * Index(i))];
    }
}

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// The pool of several methods: its mean is the mean of theirs, its distribution the even mixture of theirs. Source of pooling
/// distributions: M. Stone, The opinion pool, Annals of Mathematical Statistics 32 (1961), 1339–1342.
/// </summary>
internal sealed class PooledForecast
{
    private readonly double[][] _means;
    private readonly double[][] _spreads;

    /// <param name="models">The methods; one at least.</param>
    /// <param name="horizon">How many steps ahead.</param>
    public PooledForecast(IForecastModel[] models, int horizon)
    {
        _means = [.. models.Select(m => m.Mean(horizon))];
        _spreads = [.. models.Select(m => m.Spread(horizon))];
        Mean = new double[horizon];
        Spread = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            foreach (var mean in _means)
                Mean[h] += mean[h] / models.Length;
            var variance = 0.0;
            for (var m = 0; m < models.Length; m++)
                variance += (_spreads[m][h] * _spreads[m][h] + (_means[m][h] - Mean[h]) * (_means[m][h] - Mean[h])) / models.Length;
            Spread[h] = Math.Sqrt(variance);
        }
    }

    /// <summary>The forecasts.</summary>
    public double[] Mean { get; }

    /// <summary>The standard deviation of the mixture, a step each.</summary>
    public double[] Spread { get; }

    /// <summary>Draws from the mixture at one step, stretched about its mean, in ascending order.</summary>
    /// <param name="step">The step, 0 for the first.</param>
    /// <param name="stretch">How much wider than the methods themselves say.</param>
    public double[] Simulate(int step, double stretch)
    {
        var noise = SimulatedNoise.Draws;
        var draws = new double[noise.Length * _means.Length];
        for (var m = 0; m < _means.Length; m++)
        {
            for (var i = 0; i < noise.Length; i++)
                draws[m * noise.Length + i] = Mean[step] + stretch * (_means[m][step] - Mean[step] + _spreads[m][step] * noise[i]);
        }
        Array.Sort(draws);
        return draws;
    }
}

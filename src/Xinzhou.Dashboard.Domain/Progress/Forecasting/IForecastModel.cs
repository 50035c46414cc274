namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>A method fitted to one series.</summary>
public interface IForecastModel
{
    /// <summary>The forecasts of the next <paramref name="horizon"/> values.</summary>
    double[] Mean(int horizon);

    /// <summary>The standard deviation of each forecast's error, as the method itself sees it: never below 0.</summary>
    double[] Spread(int horizon);
}

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>The methods fitted to one series, which may take part in its forecast.</summary>
/// <param name="Theta">Theta.</param>
/// <param name="Damped">The damped trend.</param>
/// <param name="Naive">The seasonal naive forecast.</param>
internal sealed record FittedPool(Theta Theta, DampedTrend Damped, SeasonalNaive Naive)
{
    public static FittedPool Fit(double[] values, int season) =>
        new(Theta.Fit(values, season), DampedTrend.Fit(values, season), SeasonalNaive.Fit(values, season));

    /// <summary>Fitted to the beginning of the series.</summary>
    /// <param name="values">The beginning.</param>
    /// <param name="season">Values in a season.</param>
    /// <param name="evaluations">How much effort the damped trend is worth.</param>
    public FittedPool Refit(double[] values, int season, int evaluations) =>
        new(Theta.Fit(values, season), Damped.Refit(values, evaluations) ?? DampedTrend.Fit(values, season), SeasonalNaive.Fit(values, season));

    /// <summary>The methods that a forecast is the mean of.</summary>
    public IForecastModel[] Of(ForecastMethod method) => method switch
    {
        ForecastMethod.ThetaDamped => [Theta, Damped],
        ForecastMethod.ThetaDampedSnaive => [Theta, Damped, Naive],
        _ => [Naive],
    };
}

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>Which of the damped-trend models it is.</summary>
/// <param name="Season">How the seasons enter.</param>
/// <param name="RelativeErrors">Whether the errors are in proportion to the forecasts (multiplicative); needs positive values.</param>
public readonly record struct DampedTrendForm(SeasonForm Season, bool RelativeErrors)
{
    /// <summary>All forms that are tried: a season of factors with errors that are not in proportion is unstable.</summary>
    internal static readonly DampedTrendForm[] All =
    [
        new(SeasonForm.None, false), new(SeasonForm.None, true),
        new(SeasonForm.Terms, false), new(SeasonForm.Terms, true), new(SeasonForm.Factors, true),
    ];
}

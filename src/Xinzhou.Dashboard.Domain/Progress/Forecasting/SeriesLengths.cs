namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>What a series of a frequency needs to be long enough for; all in values.</summary>
/// <param name="Season">Values in a year.</param>
/// <param name="Minimum">Below it nothing is forecast.</param>
/// <param name="Probability">Below it there are bands, but no probability.</param>
/// <param name="Combination">Below it the seasonal naive forecast stands alone: on the competitions' series it is the best of so few values.</param>
/// <param name="Pair">From here on the seasonal naive forecast takes no part in the combination.</param>
public sealed record SeriesLengths(int Season, int Minimum, int Probability, int Combination, int Pair)
{
    /// <summary>The most values that are accepted.</summary>
    public const int Maximum = 1000;

    /// <summary>The longest horizon that is accepted.</summary>
    public const int MaximumHorizon = 60;

    private static readonly SeriesLengths Months = new(12, 24, 36, 36, 96);

    // 12 and 32 were measured on the quarterly series of the M3 competition; the others keep to the same number of years.
    private static readonly SeriesLengths Quarters = new(4, 8, 16, 12, 32);

    private static readonly SeriesLengths Years = new(1, 6, 8, 6, 8);

    /// <summary>The lengths for a frequency.</summary>
    public static SeriesLengths Of(SeriesFrequency frequency) => frequency switch
    {
        SeriesFrequency.Month => Months,
        SeriesFrequency.Quarter => Quarters,
        SeriesFrequency.Year => Years,
        _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
    };
}

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>The states of a damped-trend model as it runs along a series.</summary>
/// <param name="season">Values in a season.</param>
internal sealed class DampedTrendState(int season)
{
    private int _position;

    public double Level { get; private set; }

    public double Slope { get; private set; }

    /// <summary>By position in the season, the first value's first.</summary>
    public double[] Seasons { get; } = new double[season];

    /// <summary>Before the first value; false if a factor would not be positive.</summary>
    /// <param name="level">The first level.</param>
    /// <param name="slope">The first slope.</param>
    /// <param name="form">How the seasons enter.</param>
    /// <param name="indices">The seasons of the decomposition; null without seasons.</param>
    /// <param name="estimated">The seasons but the last, where they are estimated; else empty.</param>
    public bool Start(double level, double slope, SeasonForm form, double[]? indices, ReadOnlySpan<double> estimated)
    {
        (Level, Slope, _position) = (level, slope, 0);
        if (indices is null)
            return true;
        indices.CopyTo(Seasons, 0);
        if (estimated.IsEmpty)
            return true;
        // Factors sum to the number of seasons, terms to 0: the last follows from the others.
        var rest = form == SeasonForm.Factors ? (double)Seasons.Length : 0;
        for (var i = 0; i < estimated.Length; i++)
            rest -= Seasons[i] = estimated[i];
        Seasons[^1] = rest;
        return form != SeasonForm.Factors || Seasons.AsSpan().IndexOfAnyInRange(double.NegativeInfinity, 0.01) < 0;
    }

    /// <summary>After the last value.</summary>
    public void End(double level, double slope, int position) => (Level, Slope, _position) = (level, slope, position);

    /// <summary>A level with the season of a step ahead, 0 for the next.</summary>
    public double With(SeasonForm form, double level, int step) => form switch
    {
        SeasonForm.None => level,
        SeasonForm.Terms => level + Seasons[(_position + step) % Seasons.Length],
        _ => level * Seasons[(_position + step) % Seasons.Length],
    };
}

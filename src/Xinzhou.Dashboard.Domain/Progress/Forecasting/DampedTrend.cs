namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Exponential smoothing with a damped trend; whether there are seasons and how they and the errors enter is chosen by the
/// corrected information criterion of Akaike. Parameters and first states by maximum likelihood. Sources: E. S. Gardner and
/// E. McKenzie, Forecasting trends in time series, Management Science 31 (1985), 1237–1246; R. J. Hyndman, A. B. Koehler,
/// R. D. Snyder and S. Grose, A state space framework for automatic forecasting using exponential smoothing methods,
/// International Journal of Forecasting 18 (2002), 439–454 (models (A or M, Ad, N or A) and (M, Ad, M)).
/// </summary>
public sealed class DampedTrend : IForecastModel
{
    // α, β as a share of α, φ, the first level and slope, γ as a share of 1 − α, then all first seasons but the last.
    private const int Alpha = 0, BetaShare = 1, Phi = 2, Level = 3, Slope = 4, GammaShare = 5, Seasons = 6;

    // Seasonal states beyond these are not estimated but taken from the decomposition: too many for a likelihood this short.
    private const int MaxSeasonStates = 4;

    private const double Smallest = 1e-4, Largest = 0.9999, MinPhi = 0.8, MaxPhi = 0.98;

    private readonly double[] _parameters;
    private readonly DampedTrendState _end;
    private readonly double _deviation;
    private readonly int _season;

    private DampedTrend(DampedTrendForm form, double[] parameters, DampedTrendState end, double deviation, int season, double criterion) =>
        (Form, _parameters, _end, _deviation, _season, Criterion) = (form, parameters, end, deviation, season, criterion);

    /// <summary>The form that was chosen.</summary>
    public DampedTrendForm Form { get; }

    /// <summary>φ: how much of the trend is left a step later, 0.8–0.98.</summary>
    public double Damping => _parameters[Phi];

    /// <summary>The corrected criterion of Akaike, up to a constant; the form with the least is taken.</summary>
    public double Criterion { get; }

    /// <summary>Fits a series of four values at least, in every form that it allows.</summary>
    /// <param name="values">The series, of ordinary magnitude (the largest about 1).</param>
    /// <param name="season">Values in a season, 1 or more.</param>
    public static DampedTrend Fit(double[] values, int season)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 4);
        var positive = SeasonalAdjustment.IsPositive(values);
        DampedTrend? best = null;
        foreach (var form in DampedTrendForm.All)
        {
            if ((form.RelativeErrors && !positive) || (form.Season != SeasonForm.None && (season < 2 || values.Length <= 2 * season)))
                continue;
            if (Fit(values, season, form) is { } fitted && (best is null || fitted.Criterion < best.Criterion))
                best = fitted;
        }
        return best!;
    }

    /// <summary>The same form fitted to the beginning of the series, starting from what is known of the whole; quick.</summary>
    internal DampedTrend? Refit(double[] values, int evaluations)
    {
        var steps = Steps(values, Form, _parameters.Length);
        return Best(values, _season, Form, FirstIndices(values, _season, Form), _parameters, steps, evaluations);
    }

    /// <inheritdoc/>
    public double[] Mean(int horizon)
    {
        var mean = new double[horizon];
        var (damping, sum) = (1.0, 0.0);
        for (var h = 0; h < horizon; h++)
        {
            sum += damping *= _parameters[Phi];
            mean[h] = _end.With(Form.Season, _end.Level + sum * _end.Slope, h);
        }
        return mean;
    }

    /// <inheritdoc/>
    public double[] Spread(int horizon)
    {
        var alpha = _parameters[Alpha];
        var beta = alpha * _parameters[BetaShare];
        var gamma = Form.Season == SeasonForm.None ? 0 : (1 - alpha) * _parameters[GammaShare];
        var mean = Mean(horizon);
        var spread = new double[horizon];
        var (variance, damping, sum) = (1.0, 1.0, 0.0);
        for (var h = 0; h < horizon; h++)
        {
            spread[h] = _deviation * Math.Sqrt(variance) * (Form.RelativeErrors ? Math.Abs(mean[h]) : 1);
            sum += damping *= _parameters[Phi];
            var effect = alpha + beta * sum + ((h + 1) % _season == 0 ? gamma : 0);
            variance += effect * effect;
        }
        return spread;
    }

    private static DampedTrend? Fit(double[] values, int season, DampedTrendForm form)
    {
        var indices = FirstIndices(values, season, form);
        if (indices is null && form.Season != SeasonForm.None)
            return null;
        var adjusted = SeasonalAdjustment.Remove(values, indices, form.Season == SeasonForm.Factors);
        var (level, slope) = LinearTrend.Fit(adjusted.AsSpan(0, Math.Min(adjusted.Length, Math.Max(10, 2 * season))));
        List<double> start = [0.3, 0.1, 0.95, level - slope, slope];
        if (indices is not null)
        {
            start.Add(0.05);
            if (season <= MaxSeasonStates)
                start.AddRange(indices[..^1]);
        }
        var steps = Steps(adjusted, form, start.Count);
        var evaluations = Math.Clamp(50_000 / values.Length, 250, 900);
        return Best(values, season, form, indices, [.. start], steps, evaluations);
    }

    private static double[]? FirstIndices(double[] values, int season, DampedTrendForm form) =>
        form.Season == SeasonForm.None ? null : ClassicalDecomposition.Indices(values, season, form.Season == SeasonForm.Factors);

    private static double[] Steps(double[] adjusted, DampedTrendForm form, int count)
    {
        var mean = adjusted.Average();
        var deviation = Math.Max(1e-9, Math.Sqrt(adjusted.Average(v => (v - mean) * (v - mean))));
        var ofSeason = form.Season == SeasonForm.Factors ? 0.05 : 0.2 * deviation;
        double[] steps = [0.2, 0.1, -0.05, 0.3 * deviation, 0.1 * deviation, 0.1, .. Enumerable.Repeat(ofSeason, MaxSeasonStates)];
        return steps[..count];
    }

    private static DampedTrend? Best(
        double[] values, int season, DampedTrendForm form, double[]? indices, double[] start, double[] steps, int evaluations)
    {
        var state = new DampedTrendState(season);
        double Badness(double[] p) => Likelihood(p, out _);
        double Likelihood(double[] p, out double squares) => Run(values, form, indices, p, state, out squares);

        var best = NelderMead.Minimise(Badness, start, steps, 2 * evaluations / 3);
        best = NelderMead.Minimise(Badness, best, [.. steps.Select(s => s / 2)], evaluations / 3);
        var likelihood = Likelihood(best, out var squares);
        if (!double.IsFinite(likelihood))
            return null;
        var (n, k) = (values.Length, best.Length + 1 + (indices is not null && season > MaxSeasonStates ? season - 1 : 0));
        var criterion = likelihood + 2 * k + (n > k + 1 ? 2.0 * k * (k + 1) / (n - k - 1) : double.PositiveInfinity);
        return new(form, best, state, Math.Sqrt(squares / Math.Max(1, n - k + 1)), season, criterion);
    }

    /// <summary>
    /// Minus twice the logarithm of the likelihood, up to a constant: n·ln Σe² + 2·Σln|ŷ| (the latter only with relative
    /// errors); infinite where the parameters are not allowed. Leaves the last state behind.
    /// </summary>
    private static double Run(double[] values, DampedTrendForm form, double[]? indices, double[] p, DampedTrendState state, out double squares)
    {
        squares = 0;
        var (alpha, share, phi) = (p[Alpha], p[BetaShare], p[Phi]);
        var gamma = indices is null ? 0 : p[GammaShare];
        if (alpha is < Smallest or > Largest || share is < Smallest or > Largest || phi is < MinPhi or > MaxPhi || gamma is < 0 or > Largest
            || !state.Start(p[Level], p[Slope], form.Season, indices, p.AsSpan(Math.Min(Seasons, p.Length))))
        {
            return double.PositiveInfinity;
        }
        var beta = alpha * share;
        gamma *= 1 - alpha;
        var (level, slope, position, logarithms) = (state.Level, state.Slope, 0, 0.0);
        var seasons = state.Seasons;
        foreach (var value in values)
        {
            var trend = phi * slope;
            var smooth = level + trend;
            var forecast = form.Season switch
            {
                SeasonForm.None => smooth,
                SeasonForm.Terms => smooth + seasons[position],
                _ => smooth * seasons[position],
            };
            if (form.RelativeErrors && forecast < 1e-8)
                return double.PositiveInfinity;
            var error = value - forecast;
            var counted = form.RelativeErrors ? error / forecast : error;
            squares += counted * counted;
            if (form.RelativeErrors)
                logarithms += Math.Log(forecast);
            var ofLevel = error;
            if (form.Season == SeasonForm.Factors)
            {
                if (smooth < 1e-8)
                    return double.PositiveInfinity;
                ofLevel = error / seasons[position];
                seasons[position] += gamma * error / smooth;
                if (seasons[position] < 1e-4)
                    return double.PositiveInfinity;
            }
            else if (form.Season == SeasonForm.Terms)
            {
                seasons[position] += gamma * error;
            }
            level = smooth + alpha * ofLevel;
            slope = trend + beta * ofLevel;
            if (++position == seasons.Length)
                position = 0;
        }
        state.End(level, slope, position);
        return values.Length * Math.Log(Math.Max(squares, 1e-30)) + 2 * logarithms;
    }
}

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>Where the values will lie with a given probability, each by itself.</summary>
/// <param name="Level">The probability, in %.</param>
/// <param name="Lower">The lower bounds.</param>
/// <param name="Upper">The upper bounds.</param>
public sealed record PredictionInterval(double Level, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper);

namespace Xinzhou.Dashboard.Web.Api.Progress;

/// <summary>A prediction interval, a bound each a step.</summary>
/// <param name="Lower">The lower bounds.</param>
/// <param name="Upper">The upper bounds.</param>
public sealed record BandItem(IReadOnlyList<double> Lower, IReadOnlyList<double> Upper);

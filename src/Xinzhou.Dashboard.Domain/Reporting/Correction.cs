using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What a return has put in the place of a figure that it had released.</summary>
/// <param name="Figure">The figure in its place.</param>
/// <param name="Reason">Why.</param>
public sealed record Correction(Figure Figure, string Reason);

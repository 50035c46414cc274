namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>An indicator that the overview puts in front.</summary>
/// <param name="Indicator">The code of the indicator.</param>
/// <param name="Share">The code of the indicator that is its share of a whole; null if there is none.</param>
public sealed record HeadlineIndicator(string Indicator, string? Share = null);

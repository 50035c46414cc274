namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>A year to come if it goes on as assumed.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">Its value, in the unit of the target.</param>
/// <param name="Light">The light of the target on its last day, if its value were known then.</param>
public sealed record TrialYear(int Year, decimal Value, Light Light);

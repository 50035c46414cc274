namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>标志性成果.</summary>
/// <param name="Achieved">Those achieved by the day of the answer.</param>
/// <param name="All">All that are known.</param>
public sealed record OutcomeCountsItem(int Achieved, int All);

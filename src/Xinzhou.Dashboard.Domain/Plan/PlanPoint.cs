using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>A point of a planned progress.</summary>
/// <param name="Quarter">At its end.</param>
/// <param name="Percent">0–100, % of the work.</param>
public readonly record struct PlanPoint(Quarter Quarter, decimal Percent);

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>A point of the path to a target.</summary>
/// <param name="Year">At its end.</param>
/// <param name="Value">What is to be reached, in the unit of the target.</param>
public readonly record struct YearPoint(int Year, decimal Value);

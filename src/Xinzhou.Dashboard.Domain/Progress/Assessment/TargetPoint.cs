namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>What is to be reached, and by when.</summary>
/// <param name="Year">The year at whose end it is judged.</param>
/// <param name="Value">In the unit of the values.</param>
public readonly record struct TargetPoint(int Year, double Value);

namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>A year in which the plan is reviewed, marked at its end.</summary>
/// <param name="Year">2023, 2025, 2027, 2030 or 2035.</param>
/// <param name="Text">What stands at the mark: 2027 目标.</param>
/// <param name="Missing">Where no target is known, the word for that (待录入): a dashed diamond above the drawing, which has no height on the value axis.</param>
public sealed record ChartMilestone(int Year, string Text, string? Missing = null);

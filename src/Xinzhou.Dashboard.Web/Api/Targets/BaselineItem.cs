namespace Xinzhou.Dashboard.Web.Api.Targets;

/// <summary>基期: what a target is counted from.</summary>
/// <param name="Period">As the commitment writes it.</param>
/// <param name="Value">The value of that year in the unit of the target; null where none is known.</param>
public sealed record BaselineItem(string Period, string? Value);

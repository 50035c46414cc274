namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>A period that is known to be missing: a hatched slot, never a line over it.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Label">The period in full: 2019年.</param>
/// <param name="Text">Why there is nothing: 未取得, 全年未取得.</param>
public sealed record ChartGap(DateOnly Start, DateOnly End, string Label, string Text);

namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The labels of an axis: each text at its value.</summary>
public sealed record ChartAxisLabel(IReadOnlyList<decimal> CustomValues, IReadOnlyList<string> Texts);

namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>One unit on the map.</summary>
/// <param name="Path">Its outline as the data of an SVG path.</param>
/// <param name="LabelX">The middle of its label.</param>
/// <param name="LabelY">The middle of its label, downwards.</param>
public sealed record CountyShape(string Path, decimal LabelX, decimal LabelY);


namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The margins around the drawing, px.</summary>
public sealed record ChartGrid(int Left, int Top, int Right, int Bottom);

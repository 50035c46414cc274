namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>A way to look closer at the time axis.</summary>
/// <param name="Type"><c>inside</c> (wheel, pinch) or <c>slider</c> (handles).</param>
public sealed record ChartZoom(string Type)
{
    /// <summary>Room that the handles take under the drawing, px.</summary>
    public const int Height = 34;
}

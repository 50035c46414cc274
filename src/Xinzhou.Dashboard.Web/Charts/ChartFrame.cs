namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The margins of a drawing, px.</summary>
/// <param name="Height">Of the whole.</param>
/// <param name="Left">Room of the value axis.</param>
/// <param name="Top">Room of the labels above.</param>
/// <param name="Right">Room beyond the last day.</param>
/// <param name="Bottom">Room of the years, of what stands below them and of the scroll bar of a drawing that has been made wider.</param>
public sealed record ChartFrame(int Height, int Left, int Top, int Right, int Bottom)
{
    private const int ScrollBar = 14;

    /// <summary>The foot of the drawing, px from the top.</summary>
    public int Foot => Height - Bottom;

    /// <summary>Height of the drawing itself.</summary>
    public int Inner => Height - Top - Bottom;

    /// <summary>The frame of a scene.</summary>
    /// <param name="scene">The chart.</param>
    /// <param name="height">Of the whole, px.</param>
    public static ChartFrame Of(ChartScene scene, int height)
    {
        var widest = scene.Values.Ticks.Max(t => Tick(t).Length);
        var belowYears = scene.Marks.Any(m => m.Shape == MarkShape.Gap);
        var aboveMarks = scene.Marks.Any(m => m.Shape == MarkShape.Milestone);
        return new(height, 12 + 7 * widest, aboveMarks ? 36 : 26, 20, 24 + (belowYears ? 16 : 0) + (scene.Zoom > 1 ? ScrollBar : 0));
    }

    /// <summary>A tick of the value axis in figures.</summary>
    public static string Tick(decimal tick) =>
        tick.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>Distance of a value from the top, px.</summary>
    public decimal Y(ValueScale scale, decimal value) => Math.Round(Top + (1 - scale.Share(value)) * Inner, 1);
}

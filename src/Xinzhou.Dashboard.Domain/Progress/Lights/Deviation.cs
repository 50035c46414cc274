namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>How deviations are judged: unrounded; told with one decimal.</summary>
internal static class Deviation
{
    /// <summary>Of a work item and of a level in the course of the year.</summary>
    public static LightColour Colour(decimal deviation, LightSettings settings) =>
        deviation > settings.Amber ? LightColour.Green
        : deviation >= settings.Red ? LightColour.Amber
        : LightColour.Red;

    /// <summary>Of growth in the course of the year.</summary>
    public static LightColour ColourOfGrowth(decimal deviation, LightSettings settings) =>
        deviation >= settings.GrowthGreen ? LightColour.Green
        : deviation >= settings.GrowthRed ? LightColour.Amber
        : LightColour.Red;

    public static LightThresholds Thresholds(LightSettings settings) => new(LightScale.Deviation, settings.Amber, settings.Red);

    public static LightThresholds ThresholdsOfGrowth(LightSettings settings) => new(LightScale.GrowthDeviation, settings.GrowthGreen, settings.GrowthRed);

    /// <summary>With one decimal, half away from zero; never a negative zero.</summary>
    public static decimal Rounded(decimal deviation)
    {
        var rounded = Math.Round(deviation, 1, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }
}

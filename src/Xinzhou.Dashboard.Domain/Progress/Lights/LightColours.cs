namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>How the colours of lights rank.</summary>
public static class LightColours
{
    /// <summary>0 for the best: green, blue, grey, amber, red.</summary>
    public static int Severity(this LightColour colour) => colour switch
    {
        LightColour.Red => 4,
        LightColour.Amber => 3,
        LightColour.Grey => 2,
        LightColour.Blue => 1,
        _ => 0,
    };

    /// <summary>The worst of several; null of none.</summary>
    public static LightColour? Worst(IEnumerable<LightColour> colours)
    {
        ArgumentNullException.ThrowIfNull(colours);
        LightColour? worst = null;
        foreach (var colour in colours)
        {
            if (worst is not { } so || colour.Severity() > so.Severity()) worst = colour;
        }

        return worst;
    }
}

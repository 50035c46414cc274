namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>How many lights of each colour there are.</summary>
public readonly record struct LightCounts(int Green, int Amber, int Red, int Blue, int Grey)
{
    public int All => Green + Amber + Red + Blue + Grey;

    /// <summary>Green ÷ (all − grey), 0–1, unrounded; null when nothing counts.</summary>
    public decimal? Ready => All == Grey ? null : (decimal)Green / (All - Grey);

    public int this[LightColour colour] => colour switch
    {
        LightColour.Green => Green,
        LightColour.Amber => Amber,
        LightColour.Red => Red,
        LightColour.Blue => Blue,
        _ => Grey,
    };

    public static LightCounts operator +(LightCounts left, LightCounts right) => Add(left, right);

    public static LightCounts Add(LightCounts left, LightCounts right) =>
        new(left.Green + right.Green, left.Amber + right.Amber, left.Red + right.Red, left.Blue + right.Blue, left.Grey + right.Grey);

    public static LightCounts Of(IEnumerable<LightColour> colours)
    {
        ArgumentNullException.ThrowIfNull(colours);
        Span<int> counts = stackalloc int[5];
        foreach (var colour in colours) counts[(int)colour]++;
        return new(
            counts[(int)LightColour.Green], counts[(int)LightColour.Amber], counts[(int)LightColour.Red], counts[(int)LightColour.Blue],
            counts[(int)LightColour.Grey]);
    }
}

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>The bounds that a light was judged by.</summary>
/// <param name="Scale">What they are bounds of, and to which side each belongs.</param>
/// <param name="Green">Between green and amber; null on a scale of days.</param>
/// <param name="Red">Between amber and red; null on a scale of days.</param>
/// <param name="Days">On a scale of days: how many; else null.</param>
public sealed record LightThresholds(LightScale Scale, decimal? Green, decimal? Red, int? Days = null)
{
    /// <summary>Of the method for levels (CONTRACTS, 4).</summary>
    public static LightThresholds Ratio { get; } = new(LightScale.Ratio, 0.95m, 0.60m);

    /// <summary>Of the method for rates (CONTRACTS, 4).</summary>
    public static LightThresholds Miss { get; } = new(LightScale.Miss, 0.05m, 0.20m);
}

using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Administration.Lights;

/// <summary>What other thresholds would change at this moment.</summary>
/// <param name="Board">The lights by the thresholds that are tried.</param>
/// <param name="Now">How many lights of each colour are shown.</param>
/// <param name="Then">How many would be.</param>
/// <param name="Turning">The lights that would turn.</param>
public sealed record ThresholdTrial(LightBoard Board, LightCounts Now, LightCounts Then, IReadOnlyList<TriedLight> Turning)
{
    /// <summary>Tries thresholds against the lights as they are.</summary>
    /// <param name="now">The lights as they are shown.</param>
    /// <param name="then">The same moment by other thresholds.</param>
    public static ThresholdTrial Of(LightBoard now, LightBoard then)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(then);
        return new(
            then,
            LightCounts.Of(now.All.Select(l => l.Colour)),
            LightCounts.Of(then.All.Select(l => l.Colour)),
            [.. then.All.Select(l => new TriedLight(l.Subject, now.Find(l.Subject)?.Colour ?? l.Colour, l.Colour)).Where(t => t.From != t.To)]);
    }
}

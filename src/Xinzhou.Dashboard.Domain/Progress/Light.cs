using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Progress;

/// <summary>The light of a task. No target of any task is known today, so every light is grey for want of one.</summary>
/// <param name="Colour">The colour.</param>
/// <param name="Reason">Why.</param>
public sealed record Light(LightColour Colour, LightReason Reason)
{
    /// <summary>Below this deviation, in 百分点, a light is no longer green.</summary>
    public const decimal AmberFrom = -10;

    /// <summary>Below this deviation, in 百分点, a light is red.</summary>
    public const decimal RedBelow = -30;

    /// <summary>The light of a key task: without a target nothing is assessed.</summary>
    public static Light Of(KeyTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new(LightColour.Grey, LightReason.NoTarget);
    }
}

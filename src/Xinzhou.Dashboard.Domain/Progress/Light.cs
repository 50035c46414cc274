using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Progress;

/// <summary>亮灯: how something that is assessed stands, with what it was judged by.</summary>
public sealed record Light
{
    /// <summary>Below this deviation, in 百分点, a light is no longer green, unless the settings say otherwise.</summary>
    public const decimal AmberFrom = -10;

    /// <summary>Below this deviation, in 百分点, a light is red, unless the settings say otherwise.</summary>
    public const decimal RedBelow = -30;

    /// <summary>What it is the light of.</summary>
    public required LightSubject Subject { get; init; }

    /// <summary>The colour by the rules. It stands beside what was decided instead.</summary>
    public required LightColour Computed { get; init; }

    /// <summary>Why it has the colour of the rules.</summary>
    public required LightReason Reason { get; init; }

    /// <summary>
    /// The deviation in 百分点, rounded to one decimal, half away from zero; of a verdict its ratio or miss, unrounded. Null where
    /// no number was judged.
    /// </summary>
    public decimal? Value { get; init; }

    /// <summary>The bounds that the verdict applied; null where it applied none.</summary>
    public LightThresholds? Thresholds { get; init; }

    /// <summary>Everything that the verdict used.</summary>
    public required LightInputs Inputs { get; init; }

    /// <summary>What was decided instead of the colour of the rules, while it is in force; null if nothing.</summary>
    public LightOverride? Override { get; init; }

    /// <summary>The colour that is shown and counted: the decided one while that is in force, else the one by the rules.</summary>
    public LightColour Colour => Override?.Colour ?? Computed;
}

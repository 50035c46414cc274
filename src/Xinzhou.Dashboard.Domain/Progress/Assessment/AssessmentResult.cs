namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>How a series stands, with the numbers that it was judged by; none is rounded.</summary>
/// <param name="Verdict">How it stands.</param>
public sealed record AssessmentResult(AssessmentVerdict Verdict)
{
    /// <summary>Why nothing can be assessed; null with every other verdict.</summary>
    public AssessmentReason? Reason { get; init; }

    /// <summary>
    /// R of the level method: observed growth over required growth, positive in the right direction. Null with a verdict that was
    /// not found by it, and where the target stands at the base and is not met (nothing would have been required).
    /// </summary>
    public double? Ratio { get; init; }

    /// <summary>
    /// Level: compound yearly growth from the base to the current value, as a fraction. Rate: mean yearly change, in the unit of
    /// the values. Null where it cannot be computed, and when nothing can be assessed.
    /// </summary>
    public double? ObservedRate { get; init; }

    /// <summary>
    /// Level: compound yearly growth from the base to the target, as a fraction; without a target the growth that counts as on
    /// track. Rate: yearly change still needed from the current value on. Null as <see cref="ObservedRate"/>.
    /// </summary>
    public double? RequiredRate { get; init; }

    /// <summary>
    /// The value in the year of the target if it goes on as observed. Null without a target, when the verdict is final, when nothing
    /// can be assessed, and in the rare case that it is beyond any number.
    /// </summary>
    public double? Projection { get; init; }

    /// <summary>
    /// The rate method: the part of the way still to go that would be missing in the year of the target; negative if it would be
    /// exceeded. Null for levels.
    /// </summary>
    public double? Miss { get; init; }

    /// <summary>
    /// The level method: R with each earlier year as the base, null where it cannot be assessed. Null for rates, without a target,
    /// and when the verdict is final.
    /// </summary>
    public IReadOnlyDictionary<int, double?>? ByBaseYear { get; init; }

    /// <summary>g, without a target: observed growth as a fraction, positive in the right direction.</summary>
    public double? DirectedGrowth { get; init; }

    /// <summary>C, without a target: by how much less growth is asked for near the limit; 0–1.</summary>
    public double? LimitFactor { get; init; }
}

using Xinzhou.Dashboard.Domain.Progress.Assessment;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>What the verdict on a target is when growth is counted from a year.</summary>
/// <param name="Base">The value of that year.</param>
/// <param name="Result">The verdict with its numbers.</param>
/// <param name="IsUsed">True for the year that the light is judged from.</param>
public sealed record BaseYearOutcome(YearValue Base, AssessmentResult Result, bool IsUsed)
{
    /// <summary>The colour of the verdict.</summary>
    public LightColour Colour => TargetLight.Verdict(Result).Colour;

    /// <summary>The verdict, or why there is none.</summary>
    public LightReason Reason => TargetLight.Verdict(Result).Reason;
}

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>A work item or target as the light of its task takes it in.</summary>
/// <param name="Subject">What it is.</param>
/// <param name="Colour">The colour that is shown.</param>
/// <param name="Reason">Why it has the colour of the rules.</param>
/// <param name="IsOverridden">True where another colour than that of the rules was decided.</param>
public sealed record LightPart(LightSubject Subject, LightColour Colour, LightReason Reason, bool IsOverridden = false);

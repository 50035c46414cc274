using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Api.Description;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>A work item or target that a task has its colour from.</summary>
/// <param name="Subject">What it is.</param>
/// <param name="Colour">The colour that it shows: the one decided, else the one by the rules.</param>
/// <param name="ReasonCode">Why it has the colour of the rules.</param>
/// <param name="Overridden">True where another colour was decided.</param>
public sealed record LightPartItem(
    string Subject, [property: Codes<LightColour>] string Colour, [property: Codes<LightReason>] string ReasonCode, bool Overridden)
{
    internal static LightPartItem Of(LightPart part) =>
        new(part.Subject.ToString(), Code.Of(part.Colour), Code.Of(part.Reason), part.IsOverridden);
}

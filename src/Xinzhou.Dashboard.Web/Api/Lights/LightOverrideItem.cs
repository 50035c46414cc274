using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>What a leader or supervisor decided instead of the colour of the rules.</summary>
/// <param name="Colour">The colour that is shown.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Until">The last day that it holds.</param>
public sealed record LightOverrideItem([property: Codes<LightColour>] string Colour, string Reason, string By, DateTimeOffset At, DateOnly Until)
{
    internal static LightOverrideItem Of(LightOverride decided) =>
        new(Code.Of(decided.Colour), decided.Reason, decided.By, Instants.InShanghai(decided.At), decided.Until);
}

using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Api.Description;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>The bounds that a light was judged by: those that held at the moment.</summary>
/// <param name="Scale">What they are bounds of: the deviation (green above <c>green</c>, red below <c>red</c>), that of growth (green from <c>green</c> on, red below <c>red</c>), the ratio, the miss, or days.</param>
/// <param name="Green">Between green and amber; null on a scale of days.</param>
/// <param name="Red">Between amber and red; null on a scale of days.</param>
/// <param name="Days">How many days, on a scale of days; else null.</param>
public sealed record LightThresholdsItem([property: Codes<LightScale>] string Scale, decimal? Green, decimal? Red, int? Days)
{
    internal static LightThresholdsItem Of(LightThresholds thresholds) =>
        new(Code.Of(thresholds.Scale), thresholds.Green, thresholds.Red, thresholds.Days);
}

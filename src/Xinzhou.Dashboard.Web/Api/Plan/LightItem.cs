using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>亮灯: the light of something that is assessed, with what it was judged by.</summary>
/// <param name="Subject">What it is the light of, as a path of this API: <c>tasks/12</c>.</param>
/// <param name="Colour">green, amber, red, blue (due within 15 days) or grey (not assessed).</param>
/// <param name="Word">The word that a light always carries.</param>
/// <param name="Value">The deviation in 百分点 that it was judged by; null when nothing could be judged.</param>
/// <param name="Thresholds">The thresholds in force.</param>
/// <param name="Reason">Why it has its colour, in words.</param>
/// <param name="ReasonCode">The same for programs: no_target, no_baseline, nothing_reported.</param>
public sealed record LightItem(
    string Subject, [property: Codes<LightColour>] string Colour, string Word, string? Value, ThresholdsItem Thresholds, string Reason, [property: Codes<LightReason>] string ReasonCode)
{
    internal static readonly IReadOnlyList<CsvColumn<LightItem>> Columns =
    [
        new("subject", l => l.Subject),
        new("colour", l => l.Colour),
        new("word", l => l.Word),
        new("value", l => l.Value),
        new("thresholds.amberFrom", l => l.Thresholds.AmberFrom),
        new("thresholds.redBelow", l => l.Thresholds.RedBelow),
        new("reason", l => l.Reason),
        new("reasonCode", l => l.ReasonCode),
    ];

    private static readonly ThresholdsItem InForce = new(
        Light.AmberFrom.ToString(CultureInfo.InvariantCulture), Light.RedBelow.ToString(CultureInfo.InvariantCulture));

    internal static LightItem Of(KeyTask task, IStringLocalizer<ApiText> text)
    {
        var light = Light.Of(task);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"tasks/{task.Number}"),
            Code.Of(light.Colour),
            text[$"Light.{light.Colour}"],
            null,
            InForce,
            text[$"LightReason.{light.Reason}"],
            Code.Of(light.Reason));
    }
}

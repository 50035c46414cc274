using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>
/// 亮灯: the light of something that is assessed, by the rules, with everything that it was judged by. What was decided instead
/// stands beside it.
/// </summary>
/// <param name="Subject">What it is the light of: <c>items/{task}/{item}</c>, <c>tasks/{number}</c> or <c>targets/{id of the figure}</c>.</param>
/// <param name="Colour">The colour by the rules: green, amber, red, blue (due soon) or grey (not assessed).</param>
/// <param name="Word">The word of that colour.</param>
/// <param name="Value">The deviation in 百分点, with one decimal; of a verdict its ratio or miss. Null when no number was judged.</param>
/// <param name="Thresholds">The bounds that were applied; null when none were.</param>
/// <param name="Reason">Why it has that colour, as a sentence with its numbers.</param>
/// <param name="ReasonCode">The same for programs.</param>
/// <param name="Inputs">Everything that the verdict used; what it did not come to is null.</param>
/// <param name="Overridden">What was decided instead, while it is in force; else null.</param>
/// <param name="Shown">The colour that is shown and counted: the one decided, else the one by the rules.</param>
public sealed record LightItem(
    string Subject,
    [property: Codes<LightColour>] string Colour,
    string Word,
    decimal? Value,
    LightThresholdsItem? Thresholds,
    string Reason,
    [property: Codes<LightReason>] string ReasonCode,
    LightInputsItem Inputs,
    LightOverrideItem? Overridden,
    [property: Codes<LightColour>] string Shown)
{
    internal static readonly IReadOnlyList<CsvColumn<LightItem>> Columns =
    [
        new("subject", l => l.Subject),
        new("colour", l => l.Colour),
        new("word", l => l.Word),
        new("value", l => l.Value.Cell()),
        new("thresholds.scale", l => l.Thresholds?.Scale),
        new("thresholds.green", l => l.Thresholds?.Green.Cell()),
        new("thresholds.red", l => l.Thresholds?.Red.Cell()),
        new("thresholds.days", l => l.Thresholds?.Days.Cell()),
        new("reason", l => l.Reason),
        new("reasonCode", l => l.ReasonCode),
        .. LightInputsItem.Columns.Select(c => new CsvColumn<LightItem>($"inputs.{c.Name}", l => c.Value(l.Inputs))),
        new("overridden.colour", l => l.Overridden?.Colour),
        new("overridden.reason", l => l.Overridden?.Reason),
        new("overridden.by", l => l.Overridden?.By),
        new("overridden.at", l => l.Overridden?.At.Cell()),
        new("overridden.until", l => l.Overridden is { } o ? Instants.Written(o.Until) : null),
        new("shown", l => l.Shown),
    ];
}

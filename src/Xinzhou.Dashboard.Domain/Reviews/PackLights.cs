using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>The lights of a pack, with everything that they were judged by.</summary>
internal static class PackLights
{
    /// <summary>How many there are of each colour.</summary>
    public static JsonObject Counts(LightCounts counts) => new()
    {
        ["green"] = counts.Green,
        ["amber"] = counts.Amber,
        ["red"] = counts.Red,
        ["blue"] = counts.Blue,
        ["grey"] = counts.Grey,
    };

    /// <summary>One light.</summary>
    public static JsonObject Light(Light light) => new()
    {
        ["subject"] = light.Subject.ToString(),
        ["colour"] = Code.Of(light.Computed),
        ["shown"] = Code.Of(light.Colour),
        ["reasonCode"] = Code.Of(light.Reason),
        ["value"] = PackText.Number(light.Value),
        ["thresholds"] = light.Thresholds is { } bounds
            ? new JsonObject
            {
                ["scale"] = Code.Of(bounds.Scale),
                ["green"] = PackText.Number(bounds.Green),
                ["red"] = PackText.Number(bounds.Red),
                ["days"] = bounds.Days,
            }
            : null,
        ["inputs"] = light.Inputs switch
        {
            ItemInputs item => Item(item),
            TargetInputs target => Target(target),
            TaskInputs task => new()
            {
                ["parts"] = new JsonArray([.. task.Parts.Select(p => new JsonObject { ["subject"] = p.Subject.ToString(), ["colour"] = Code.Of(p.Colour) })]),
            },
            _ => new JsonObject(),
        },
        ["overridden"] = light.Override is { } decided
            ? new JsonObject
            {
                ["colour"] = Code.Of(decided.Colour),
                ["reason"] = decided.Reason,
                ["until"] = PackText.Day(decided.Until),
                ["by"] = decided.By,
                ["at"] = PackText.Moment(decided.At),
            }
            : null,
    };

    private static JsonObject Item(ItemInputs inputs) => new()
    {
        ["day"] = PackText.Day(inputs.Day),
        ["start"] = PackText.Day(inputs.Start),
        ["due"] = PackText.Day(inputs.Due),
        ["quarter"] = inputs.Quarter?.Code,
        ["percent"] = PackText.Number(inputs.Percent),
        ["planned"] = PackText.Number(inputs.Planned),
        ["plan"] = new JsonArray([.. inputs.Path.Select(p => new JsonObject { ["quarter"] = p.Quarter.Code, ["percent"] = PackText.Number(p.Percent) })]),
        ["reportQuarter"] = inputs.ReportQuarter?.Code,
        ["reportDue"] = PackText.Day(inputs.ReportDue),
        ["doneSince"] = inputs.DoneSince?.Code,
        ["deviation"] = PackText.Number(inputs.Deviation),
    };

    private static JsonObject Target(TargetInputs inputs) => new()
    {
        ["day"] = PackText.Day(inputs.Day),
        ["figure"] = inputs.Target.Key,
        ["year"] = inputs.Year,
        ["bound"] = PackText.Number(inputs.Bound),
        ["tolerance"] = PackText.Number(inputs.Tolerance),
        ["direction"] = Code.Of(inputs.Direction),
        ["kind"] = Code.Of(inputs.Kind),
        ["values"] = new JsonArray([.. inputs.Values.Select(Value)]),
        ["baseYear"] = inputs.BaseYear,
        ["verdict"] = inputs.Assessment is { } result ? Code.Of(result.Verdict) : null,
        ["observedRate"] = PackText.Number(inputs.Assessment?.ObservedRate),
        ["requiredRate"] = PackText.Number(inputs.Assessment?.RequiredRate),
        ["ratio"] = PackText.Number(inputs.Assessment?.Ratio),
        ["projection"] = PackText.Number(inputs.Assessment?.Projection),
        ["miss"] = PackText.Number(inputs.Assessment?.Miss),
        ["yearToDate"] = inputs.YearToDate is { } toDate ? Value(toDate) : null,
        ["share"] = inputs.Share is { } share
            ? new JsonObject
            {
                ["months"] = share.Months,
                ["percent"] = PackText.Number(share.Percent),
                ["yearToDate"] = share.YearToDate is { } earlier ? Value(earlier) : null,
                ["fullYear"] = share.FullYear is { } full ? Value(full) : null,
            }
            : null,
        ["deviation"] = PackText.Number(inputs.Deviation),
    };

    private static JsonObject Value(YearValue value) => new()
    {
        ["year"] = value.Year,
        ["figure"] = value.Figure.Key,
        ["value"] = PackText.Number(value.Value),
    };
}

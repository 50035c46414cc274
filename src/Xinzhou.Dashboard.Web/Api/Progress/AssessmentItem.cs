using System.Text.Json.Serialization;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Web.Api.Description;

namespace Xinzhou.Dashboard.Web.Api.Progress;

/// <summary>How a series stands to its target, with the numbers that it was judged by; none is rounded.</summary>
/// <param name="Verdict">How it stands.</param>
/// <param name="Reason">Why nothing can be assessed; null with every other verdict.</param>
/// <param name="Ratio">Levels: R, observed over required growth.</param>
/// <param name="ObservedRate">Levels: compound yearly growth since the base, as a fraction. Rates: mean yearly change.</param>
/// <param name="RequiredRate">Levels: compound yearly growth from base to target, as a fraction. Rates: yearly change still needed.</param>
/// <param name="Projection">The value in the year of the target if it goes on as observed.</param>
/// <param name="Miss">Rates: the part of the way still to go that would be missing then.</param>
/// <param name="ByBaseYear">Levels: R with each earlier year as the base; null where it cannot be assessed.</param>
public sealed record AssessmentItem(
    [property: Codes<AssessmentVerdict>] string Verdict,
    [property: Codes<AssessmentReason>] string? Reason,
    double? Ratio,
    double? ObservedRate,
    double? RequiredRate,
    double? Projection,
    double? Miss,
    IReadOnlyDictionary<string, double?>? ByBaseYear)
{
    /// <summary>Only without a target: observed growth, positive in the right direction.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? G { get; init; }

    /// <summary>Only without a target: the factor that lowers the thresholds near a limit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? C { get; init; }

    internal static AssessmentItem Of(AssessmentResult result) => new(
        Code.Of(result.Verdict),
        result.Reason is { } reason ? Code.Of(reason) : null,
        result.Ratio,
        result.ObservedRate,
        result.RequiredRate,
        result.Projection,
        result.Miss,
        result.ByBaseYear?.ToDictionary(y => y.Key.ToString(CultureInfo.InvariantCulture), y => y.Value))
    {
        G = result.DirectedGrowth,
        C = result.LimitFactor,
    };
}

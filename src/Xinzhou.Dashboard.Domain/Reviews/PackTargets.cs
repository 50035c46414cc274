using System.Globalization;
using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Domain.Progress.Forecasting;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>The targets of a pack, who owes them, and what is forecast of their series.</summary>
internal static class PackTargets
{
    /// <summary>One target, with its commitment.</summary>
    public static JsonObject Target(AssessedTarget target, PackInputs inputs)
    {
        var terms = target.Commitment is { } commitment ? TargetTerms.Of(target.Figure, commitment) : null;
        var signature = terms is null ? null : inputs.Pledges.SignatureUnder(terms, inputs.AsOf);
        return new()
        {
            ["figure"] = target.Figure.Key,
            ["dimension"] = target.Dimension,
            ["year"] = target.Year,
            ["owner"] = target.Commitment?.Owner,
            ["person"] = target.Commitment?.Person,
            ["baseline"] = target.Commitment?.Baseline,
            ["tolerance"] = PackText.Number(target.Commitment?.Tolerance),
            ["task"] = target.Commitment?.Task,
            ["path"] = new JsonArray([.. (target.Commitment?.Path ?? []).Select(p => new JsonObject { ["year"] = p.Year, ["value"] = PackText.Number(p.Value) })]),
            ["justification"] = target.Commitment?.Justification,
            ["terms"] = terms?.Digest,
            ["signed"] = signature is null ? null : new JsonObject { ["by"] = signature.By, ["at"] = PackText.Moment(signature.At) },
            ["light"] = target.Light.Subject.ToString(),
        };
    }

    /// <summary>What is forecast of the series of targets whose year is not over; of those that are not forecast, why.</summary>
    public static IEnumerable<JsonObject> Forecasts(PackInputs inputs)
    {
        var open = inputs.Lights.Targets
            .Where(t => t.Year >= inputs.Lights.Day.Year && t.Figure.Series.Measure is Measure.Level or Measure.Share)
            .GroupBy(t => t.Figure.Series.Id);
        foreach (var targets in open)
        {
            var outlook = SeriesOutlook.Of(inputs.Figures, targets.First().Figure.Series);
            yield return new()
            {
                ["series"] = outlook.Series.Key,
                ["refused"] = outlook.Refusal is { } why ? Code.Of(why) : null,
                ["method"] = outlook.Method is { } method ? Code.Of(method) : null,
                ["points"] = new JsonArray([.. outlook.Points.Select(Point)]),
                ["probabilities"] = new JsonArray([.. targets.Select(t => Probability(outlook, t)).OfType<JsonObject>()]),
            };
        }
    }

    private static JsonObject Point(OutlookPoint point) => new()
    {
        ["period"] = point.Period.Code,
        ["mean"] = PackText.Number(point.Distribution.Mean),
        ["intervals"] = new JsonArray([.. SeriesOutlook.Levels.Select(level =>
        {
            var (lower, upper) = point.Distribution.Interval(level);
            return new JsonObject
            {
                ["level"] = level.ToString("0", CultureInfo.InvariantCulture),
                ["lower"] = PackText.Number(lower),
                ["upper"] = PackText.Number(upper),
            };
        })]),
    };

    private static JsonObject? Probability(SeriesOutlook outlook, AssessedTarget target) =>
        target.Light.Inputs is TargetInputs { Bound: { } bound } inputs
        && outlook.Probability(target.Figure, bound, inputs.Direction == AssessmentDirection.Up ? ForecastDirection.Up : ForecastDirection.Down) is { } probability
            ? new()
            {
                ["figure"] = target.Figure.Key,
                ["probability"] = PackText.Number(probability),
                ["word"] = Code.Of(Forecast.LikelihoodOf(probability)),
            }
            : null;
}

using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>
/// The figures of a pack: those that lights were judged by, and what is shown of the city for the indicators of the dimensions, each as its
/// source has it.
/// </summary>
internal static class PackFigures
{
    /// <summary>The figures, in the order of their numbers.</summary>
    public static IReadOnlyList<Figure> Of(PackInputs inputs)
    {
        var figures = new SortedDictionary<long, Figure>();
        foreach (var figure in inputs.Lights.Targets.SelectMany(t => Judging(t.Figure, t.Light.Inputs)).Concat(Shown(inputs))) figures[figure.Id] = figure;
        return [.. figures.Values];
    }

    /// <summary>One figure, with the names of fields that the API uses.</summary>
    public static JsonObject Figure(Figure figure) => new()
    {
        ["id"] = figure.Key,
        ["series"] = figure.Series.Key,
        ["indicator"] = figure.Series.Indicator.Code,
        ["indicatorName"] = figure.Series.Indicator.Name,
        ["unit"] = figure.Series.Unit.Code,
        ["measure"] = Code.Of(figure.Series.Measure),
        ["benchmark"] = figure.Series.Benchmark is { } benchmark ? Code.Of(benchmark) : null,
        ["period"] = new JsonObject
        {
            ["code"] = figure.Period.Code,
            ["kind"] = Code.Of(figure.Period.Kind),
            ["label"] = figure.PeriodLabel,
            ["yearInferred"] = figure.YearInferred,
        },
        ["value"] = PackText.Number(figure.Value),
        ["text"] = figure.Text,
        ["comparator"] = figure.Comparator.Sign(),
        ["uom"] = figure.Uom.Length == 0 ? null : figure.Uom,
        ["kind"] = Code.Of(figure.Kind),
        ["vintage"] = Code.Of(figure.Stage),
        ["vintageLabel"] = figure.VintageLabel,
        ["accounting"] = figure.UnifiedAccounting ? "unified" : null,
        ["priceBasis"] = figure.PriceBasis is { } basis ? Code.Of(basis) : "unstated",
        ["scope"] = figure.Scope,
        ["knownFrom"] = PackText.Moment(figure.KnownFrom),
        ["knownFromBasis"] = Code.Of(figure.KnownFromBasis),
        ["recordedAt"] = PackText.Moment(figure.RecordedAt),
        ["provisional"] = figure.Provisional,
        ["source"] = figure.Source.Key,
        ["quote"] = figure.Quote,
        ["note"] = figure.Note,
    };

    /// <summary>The documents that figures cite, in the order of their numbers.</summary>
    public static IEnumerable<JsonObject> Sources(IEnumerable<Figure> figures) =>
        figures.Select(f => f.Source).DistinctBy(s => s.Id).OrderBy(s => s.Id).Select(s => new JsonObject
        {
            ["id"] = s.Key,
            ["title"] = s.Title,
            ["address"] = s.Address,
            ["reliability"] = Code.Of(s.Reliability),
        });

    private static IEnumerable<Figure> Judging(Figure target, LightInputs inputs)
    {
        yield return target;
        if (inputs is not TargetInputs judged) yield break;
        foreach (var value in judged.Values.Append(judged.YearToDate).Append(judged.Share?.YearToDate).Append(judged.Share?.FullYear).OfType<YearValue>()) yield return value.Figure;
    }

    private static IEnumerable<Figure> Shown(PackInputs inputs) => inputs.Figures.Book.Histories
        .Where(h => h.Series.Unit.Code == inputs.City && h.Series.Indicator.Dimension is not null)
        .SelectMany(h => inputs.Figures.Shown(h));
}

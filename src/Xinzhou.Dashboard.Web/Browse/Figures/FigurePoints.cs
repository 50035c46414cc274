using Xinzhou.Dashboard.Web.Charts;

namespace Xinzhou.Dashboard.Web.Browse.Figures;

/// <summary>Makes points of a chart from figures: the same words for all charts.</summary>
/// <param name="words">The words.</param>
/// <param name="address">Makes the links to where figures come from.</param>
public sealed class FigurePoints(FigureWords words, Address address)
{
    /// <summary>
    /// The points of those figures that can stand on a time axis: a number, in a unit that converts to the series', of a
    /// stated period.
    /// </summary>
    public IReadOnlyList<ChartPoint> Of(IEnumerable<Figure> figures) =>
        [.. figures.Select(f => Published.Of(f) is { } value && f.Period.End is not null ? Point(f, value) : null).OfType<ChartPoint>()];

    /// <summary>A value as a sentence would say it, in the unit of its series: 676.5亿元, 下降4.2%, 500亿元以上.</summary>
    public static string Sentence(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure switch
        {
            { Value: { } points, Series: { Measure: Measure.Gap, Benchmark: { } benchmark } } =>
                GrowthWording.Gap(points, benchmark, Languages.IsEnglish),
            { Value: { } rate, Series.Measure: not (Measure.Level or Measure.Share) } => GrowthWording.Growth(rate, Languages.IsEnglish),
            _ when Languages.IsEnglish => figure.Value is null ? figure.Text ?? "" : ValueText.Of(figure, true) + Names.UomBehind(figure.Uom),
            { Value: { } value } => $"{ValueText.Number(value)}{figure.Uom}{ValueText.Bound(figure.Comparator)}",
            _ => figure.Text ?? "",
        };
    }

    private ChartPoint Point(Figure figure, decimal value) => new()
    {
        Start = figure.Period.Start!.Value,
        End = figure.Period.End!.Value,
        Value = Names.Scaled(value, figure.Series.Uom),
        PeriodLabel = figure.Scope.Length > 0 ? $"{Names.Period(figure)}（{figure.Scope}）" : Names.Period(figure),
        ValueText = Sentence(figure),
        ShortLabel = figure.Period.Kind is PeriodKind.Point or PeriodKind.Span
            ? figure.Period.Label(Languages.IsEnglish)
            : figure.PeriodLabel is { } own && !Languages.IsEnglish ? own : figure.Period.Label(Languages.IsEnglish),
        SourceText = $"{words.Grade(figure.Reliability)} · {Names.Of(figure.Source)}",
        VintageText = words.Vintage(figure),
        Provisional = figure.Provisional,
        Unverified = figure.Reliability == Reliability.SelfMedia,
        Forecast = figure.Kind == ValueKind.Forecast,
        Target = figure.Kind == ValueKind.Target,
        Href = address.To($"/figures/{figure.Key}"),
        ScopeKey = figure.Scope,
    };
}

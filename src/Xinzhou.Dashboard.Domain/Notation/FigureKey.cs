using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>
/// What makes two figures vintages of one another from the same source: series, scope, price basis, period, kind, stage and
/// source.
/// With the moment from which it is known, it is the identity that the database holds unique.
/// </summary>
/// <param name="Indicator">The code.</param>
/// <param name="Unit">The code.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Benchmark">Only for gaps.</param>
/// <param name="Scope">Empty: none.</param>
/// <param name="PriceBasis">As the source says, else the indicator's; null when neither says.</param>
/// <param name="PeriodCode">The canonical code.</param>
/// <param name="PeriodKind">The kind of the period.</param>
/// <param name="Kind">The kind of the figure.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Source">The identity of the document: its address, without one its text.</param>
public readonly record struct FigureKey(
    string Indicator,
    string Unit,
    Measure Measure,
    Benchmark? Benchmark,
    string Scope,
    PriceBasis? PriceBasis,
    string PeriodCode,
    PeriodKind PeriodKind,
    ValueKind Kind,
    Stage Stage,
    string Source)
{
    /// <summary>The key of a figure that is recorded.</summary>
    public static FigureKey Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var series = figure.Series;
        return Of(figure, series.Indicator, series.Unit, series.Measure, series.Benchmark, figure.Source.Address ?? figure.SourceText);
    }

    internal static FigureKey Of(
        FigureContent content, Indicator indicator, StatisticalUnit unit, Measure measure, Benchmark? benchmark, string source) =>
        new(indicator.Code, unit.Code, measure, benchmark, content.Scope, content.StatedPriceBasis ?? indicator.PriceBasisOf(measure),
            content.Period.Code, content.Period.Kind, content.Kind, content.Stage, source);
}

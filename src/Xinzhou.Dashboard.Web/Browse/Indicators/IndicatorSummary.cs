using Xinzhou.Dashboard.Web.Browse.Figures;
using Xinzhou.Dashboard.Web.Shell.Parts;

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>The latest that is known of an indicator for a unit: for lists and cards.</summary>
public sealed record IndicatorSummary
{
    public required Indicator Indicator { get; init; }

    public required StatisticalUnit Unit { get; init; }

    /// <summary>
    /// The figure that speaks for it (<see cref="MainFigure"/>), else a fact in words; null when nothing is known.
    /// </summary>
    public Figure? Main { get; init; }

    /// <summary>Growth published for the period of <see cref="Main"/>; null when it is not known, or is itself what speaks.</summary>
    public Figure? Growth { get; init; }

    /// <summary>Actual values that can stand beside <see cref="Main"/> on one axis: same measure, scope, price basis and kind of period, in time.</summary>
    public IReadOnlyList<Figure> Run { get; init; } = [];

    /// <summary>How many figures, of all versions, are known for the unit.</summary>
    public int Figures { get; init; }

    /// <summary>True where an actual number is known: what is only expected, aimed at or said in words is not counted as data.</summary>
    public bool HasData => Main is { Kind: ValueKind.Actual, Value: not null };

    /// <summary>Units that have figures where this one has none.</summary>
    public IReadOnlyList<StatisticalUnit> Elsewhere { get; init; } = [];

    /// <summary>The run as dots of a sparkline; one dot says nothing and is left out.</summary>
    public IReadOnlyList<SparkPoint> Spark => Run.Count < 2
        ? []
        : [.. Run.Select(f => new SparkPoint(
            f.Period.End!.Value,
            Uoms.Convert(f.Value!.Value, f.Uom, f.Series.Uom)!.Value,
            f.Provisional || f.Reliability == Reliability.SelfMedia))];

    /// <summary>The summary of an indicator for a unit.</summary>
    /// <param name="view">What is shown at the moment.</param>
    /// <param name="catalogue">Gives the other units.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="unit">The unit.</param>
    public static IndicatorSummary Of(BookView view, Catalogue catalogue, Indicator indicator, StatisticalUnit unit)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(unit);
        var histories = view.Book.Of(indicator.Code, unit.Code);
        var figures = histories.Sum(h => view.CountKnown(h));
        if (figures == 0)
        {
            return new()
            {
                Indicator = indicator,
                Unit = unit,
                Elsewhere = !view.Book.Of(indicator.Code).Any() ? []
                    : [.. catalogue.Units.Where(u => u.Code != unit.Code && view.Book.Of(indicator.Code, u.Code).Any(h => view.CountKnown(h) > 0))],
            };
        }

        var shown = histories.SelectMany(h => view.Shown(h)).ToArray();
        var main = MainFigure.Of(view, indicator.Code, unit.Code) ?? shown.FirstOrDefault();
        return new()
        {
            Indicator = indicator,
            Unit = unit,
            Main = main,
            Growth = main is { Value: not null } && MainFigure.GrowthOf(view, main) is { } growth && growth.Id != main.Id ? growth : null,
            Run = main is null ? [] : [.. shown.Where(f => StandsBeside(f, main)).OrderBy(f => f.Period.End)],
            Figures = figures,
        };
    }

    /// <summary>Year-to-date values reach to the same month; points in time stand beside any other point.</summary>
    private static bool StandsBeside(Figure figure, Figure main) =>
        figure.Series.Id == main.Series.Id && figure.Scope == main.Scope && figure.PriceBasis == main.PriceBasis
        && figure.Kind == ValueKind.Actual && main.Kind == ValueKind.Actual
        && figure is { Value: not null, Period.End: not null }
        && Uoms.Factor(figure.Uom, figure.Series.Uom) is not null
        && (main.Series.Indicator.Type is IndicatorType.Stock
            ? figure.Period.Kind != PeriodKind.Span
            : figure.Period.Kind == main.Period.Kind && figure.Period.YtdMonth == main.Period.YtdMonth);
}

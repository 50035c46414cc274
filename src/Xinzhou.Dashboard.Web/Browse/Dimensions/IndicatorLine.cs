using Xinzhou.Dashboard.Web.Browse.Figures;

namespace Xinzhou.Dashboard.Web.Browse.Dimensions;

/// <summary>An indicator of a dimension as one line: its main figure and what it is compared with.</summary>
/// <param name="Main">The main figure.</param>
/// <param name="Growth">The published growth of the same period; null when none is known.</param>
/// <param name="Earlier">For a stock, its value at the moment before; null when none is known.</param>
public sealed record IndicatorLine(Figure Main, Figure? Growth, Figure? Earlier)
{
    /// <summary>The line of an indicator for a unit; null when no number is known of it.</summary>
    public static IndicatorLine? Of(BookView figures, Indicator indicator, string unit)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(indicator);
        if (MainFigure.Of(figures, indicator.Code, unit) is not { } main)
        {
            return null;
        }

        var earlier = indicator.Type != IndicatorType.Stock || main.Kind != ValueKind.Actual || main.Period.End is null
            ? null
            : figures.Shown(figures.Book.Find(main.Series.Id))
                .LastOrDefault(f => f.Kind == ValueKind.Actual && f.Scope == main.Scope && f.Period.End < main.Period.End);
        return new(main, MainFigure.GrowthOf(figures, main), earlier);
    }
}

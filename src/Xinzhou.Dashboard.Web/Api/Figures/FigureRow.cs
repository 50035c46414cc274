namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>A row of a list of figures: a published figure, or a derived quarter.</summary>
/// <param name="Figure">The figure; null for a derived quarter.</param>
/// <param name="Quarter">The derived quarter; null for a figure.</param>
/// <param name="Preferred">True when it is the one shown.</param>
/// <param name="KnownTo">The moment another took its place; null while it is shown.</param>
public readonly record struct FigureRow(Figure? Figure, DerivedQuarter? Quarter, bool Preferred, DateTimeOffset? KnownTo)
{
    public static FigureRow Of(Vintage vintage) => new(vintage.Figure, null, vintage.Preferred, vintage.KnownTo);

    public static FigureRow Of(DerivedQuarter quarter) => new(null, quarter, true, null);
}

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>A cell of the table of an indicator.</summary>
/// <param name="Vintages">The published figures: none, one, or for growth one of each kind.</param>
/// <param name="Gap">The derived gap, where none is published.</param>
/// <param name="Missing">True where a figure is to be expected and none is known from any source.</param>
public readonly record struct StatementCell(IReadOnlyList<Vintage> Vintages, DerivedGap? Gap = null, bool Missing = false);

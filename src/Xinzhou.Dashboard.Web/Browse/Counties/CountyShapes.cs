namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>What the map is drawn of: bricks of our own, or the outlines of an approved map that the operator supplies.</summary>
/// <param name="Width">Of the drawing, in its own units.</param>
/// <param name="Height">Of the drawing.</param>
/// <param name="ByUnit">The shapes by code of the unit.</param>
/// <param name="ApprovalNumber">审图号, shown under an approved map; null for the bricks.</param>
public sealed record CountyShapes(
    decimal Width, decimal Height, IReadOnlyDictionary<string, CountyShape> ByUnit, string? ApprovalNumber);

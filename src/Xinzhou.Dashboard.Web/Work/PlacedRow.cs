namespace Xinzhou.Dashboard.Web.Work;

/// <summary>A row with its place in the list.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Item">The row.</param>
public sealed record PlacedRow<T>(int Place, T Item);

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>A row is to stand somewhere else.</summary>
/// <param name="Item">The row.</param>
/// <param name="Place">Where it is to stand, from 1, among all rows.</param>
public sealed record RowMove<T>(T Item, int Place);

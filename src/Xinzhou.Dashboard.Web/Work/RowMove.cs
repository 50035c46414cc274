namespace Xinzhou.Dashboard.Web.Work;

/// <summary>A row is to stand somewhere else.</summary>
/// <param name="Key">The key of the row.</param>
/// <param name="Place">Where it is to stand, from 1, among all rows.</param>
public sealed record RowMove(int Key, int Place);

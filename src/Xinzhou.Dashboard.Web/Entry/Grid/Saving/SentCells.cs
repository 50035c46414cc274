namespace Xinzhou.Dashboard.Web.Entry.Grid.Saving;

/// <summary>The body of a request that saves cells.</summary>
/// <param name="Cells">The cells, each once.</param>
/// <param name="Stamp">What the page knows of the return; with it only what has changed is answered.</param>
public sealed record SentCells(IReadOnlyList<SentCell>? Cells, int Stamp = -1);

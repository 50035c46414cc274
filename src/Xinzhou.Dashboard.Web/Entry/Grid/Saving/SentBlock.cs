namespace Xinzhou.Dashboard.Web.Entry.Grid.Saving;

/// <summary>The body of a request that asks what a copied block would do.</summary>
/// <param name="Text">As the clipboard gives it.</param>
/// <param name="Cell">Where its first cell falls: 3-value.</param>
/// <param name="Rows">The rows that its lines fall on, as the page shows them; from the first cell down if left out.</param>
/// <param name="Columns">The columns of the block that are meant, by field (value, growth), where it was asked.</param>
public sealed record SentBlock(string? Text, string? Cell, IReadOnlyList<int>? Rows = null, IReadOnlyDictionary<string, int>? Columns = null);

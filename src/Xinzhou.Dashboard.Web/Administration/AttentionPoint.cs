namespace Xinzhou.Dashboard.Web.Administration;

/// <summary>Something that somebody should see to.</summary>
/// <param name="Kind">What, as the key of its words.</param>
/// <param name="Count">How many.</param>
/// <param name="Names">Which, where that is of use.</param>
/// <param name="Path">Where it is seen to; null where the reader may not go.</param>
public sealed record AttentionPoint(string Kind, int Count, IReadOnlyList<string> Names, string? Path);

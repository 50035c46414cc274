namespace Xinzhou.Dashboard.Web.Browse.Overview;

/// <summary>A count that asks for somebody to act.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Count">How many; never 0.</param>
/// <param name="Details">What the words name: years, an indicator.</param>
public sealed record AttentionItem(AttentionKind Kind, int Count, IReadOnlyList<string> Details);

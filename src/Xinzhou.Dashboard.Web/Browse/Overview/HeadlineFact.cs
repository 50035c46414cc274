namespace Xinzhou.Dashboard.Web.Browse.Overview;

/// <summary>A line below a headline figure.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Figure">The published figure; null when none is known, which is said too.</param>
public sealed record HeadlineFact(HeadlineFactKind Kind, Figure? Figure);

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>One change of something that is kept, in words.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why; empty where no reason is told.</param>
/// <param name="Note">What happened, where it is more than fields that changed; null otherwise.</param>
/// <param name="Differences">What it changed.</param>
public sealed record HistoryEntry(DateTimeOffset At, string By, string Reason, string? Note, IReadOnlyList<FieldDifference> Differences);

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>What a look at the audit log and at the figures found.</summary>
/// <param name="At">When.</param>
/// <param name="Events">How many events there were.</param>
/// <param name="Head">Where the log ended.</param>
/// <param name="Fault">What was not as it was written; null when all was.</param>
public sealed record AuditCheck(DateTimeOffset At, long Events, string Head, string? Fault);

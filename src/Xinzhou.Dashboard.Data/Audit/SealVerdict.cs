namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Whether the audit log is what was sealed.</summary>
/// <param name="Seals">How many seals there are.</param>
/// <param name="Covered">How many events they are over.</param>
/// <param name="Last">The last seal; null when there is none any more.</param>
/// <param name="FirstBad">The first that is not as it was made; null when all are.</param>
public sealed record SealVerdict(int Seals, long Covered, AuditSeal? Last, SealFinding? FirstBad);

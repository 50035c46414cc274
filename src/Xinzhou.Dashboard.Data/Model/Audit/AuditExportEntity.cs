namespace Xinzhou.Dashboard.Data.Model.Audit;

/// <summary>What the collector of logs has: one row.</summary>
internal sealed class AuditExportEntity
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; }

    /// <summary>The number of the last event that it has; 0 before the first.</summary>
    public required long Event { get; set; }

    /// <summary>When it got it; null before the first.</summary>
    public DateTimeOffset? SentAt { get; set; }
}

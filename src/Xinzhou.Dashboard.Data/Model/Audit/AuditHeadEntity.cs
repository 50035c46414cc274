namespace Xinzhou.Dashboard.Data.Model.Audit;

/// <summary>Where the audit log ends: one row, kept by the database.</summary>
internal sealed class AuditHeadEntity
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; }

    /// <summary>The number of the last event.</summary>
    public required long Event { get; init; }

    /// <summary>Its hash.</summary>
    public required byte[] Hash { get; init; }
}

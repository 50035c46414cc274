namespace Xinzhou.Dashboard.Data.Model.Audit;

/// <summary>What a look at the audit log and at the figures found. Only ever inserted.</summary>
internal sealed class AuditCheckEntity
{
    /// <summary>Given by the database, in the order of the looks.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many events there were.</summary>
    public required long Events { get; init; }

    /// <summary>Where the log ended: number and hash of the last event.</summary>
    public required string Head { get; init; }

    /// <summary>What was not as it was written; null when all was.</summary>
    public string? Fault { get; init; }
}

namespace Xinzhou.Dashboard.Data.Model.Audit;

/// <summary>An event of the audit log. Only ever inserted; the database numbers and chains it.</summary>
internal sealed class AuditEventEntity
{
    /// <summary>Given by the database, without gaps.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: a sign-in name, or <c>command</c>, <c>setup</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What: <c>return.release</c>.</summary>
    public required string Action { get; init; }

    /// <summary>To what; may be empty.</summary>
    public required string Subject { get; init; }

    /// <summary>More, as JSON.</summary>
    public required string Details { get; init; }

    /// <summary>The address of the reader; null for what no request did, and for events of before it was noted.</summary>
    public string? Address { get; init; }

    /// <summary>The number of the session; null without one.</summary>
    public Guid? Session { get; init; }

    /// <summary>Of a command, whom the operating system says it runs for; else null.</summary>
    public string? OsUser { get; init; }

    /// <summary>The hash of the event before; given by the database.</summary>
    public byte[] PreviousHash { get; init; } = [];

    /// <summary>The hash that chains it; given by the database.</summary>
    public byte[] Hash { get; init; } = [];
}

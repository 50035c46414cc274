
namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>An event of the audit log.</summary>
/// <param name="Id">Its number; without gaps in a sound log, but for transactions that were given up.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who: a sign-in name, or <c>command</c>, <c>setup</c>.</param>
/// <param name="Action">What: <c>return.release</c>.</param>
/// <param name="Subject">To what; may be empty.</param>
/// <param name="Details">More, as JSON.</param>
/// <param name="Hash">The hash that chains it, in hexadecimal digits.</param>
public sealed record AuditEvent(long Id, DateTimeOffset At, string Actor, string Action, string Subject, string Details, string Hash)
{
    /// <summary>The address of the reader; null for what no request did, and for events of before it was noted.</summary>
    public string? Address { get; init; }

    /// <summary>The number of the session; null without one.</summary>
    public Guid? Session { get; init; }

    /// <summary>Of a command, whom the operating system says it runs for; else null.</summary>
    public string? OsUser { get; init; }
}

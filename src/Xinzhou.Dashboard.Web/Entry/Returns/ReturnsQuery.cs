using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Entry.Returns;

/// <summary>Which returns are asked for, as the address says it.</summary>
/// <param name="Department">The code of a department; null for all.</param>
/// <param name="Quarter">2026-Q3; null for all.</param>
/// <param name="State">A state; null for all.</param>
public sealed record ReturnsQuery(string? Department, Quarter? Quarter, ReturnState? State)
{
    /// <summary>Reads the parameters; what is none of the values asks for nothing.</summary>
    public static ReturnsQuery Read(string? department, string? quarter, string? state) => new(
        string.IsNullOrEmpty(department) ? null : department,
        Domain.Time.Quarter.Parse(quarter),
        Code.TryParse<ReturnState>(state, out var known) ? known : null);

    /// <summary>True for a return that is asked for.</summary>
    public bool Takes(ReturnSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return (Department is null || summary.Department.Code == Department)
            && (Quarter is null || summary.Quarter == Quarter)
            && (State is null || summary.State == State);
    }
}

using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A return in a list.</summary>
public sealed record ReturnSummary
{
    public required int Id { get; init; }
    public required string FormCode { get; init; }
    public required string FormName { get; init; }
    public string? FormNameEn { get; init; }
    public required Quarter Quarter { get; init; }
    public required Department Department { get; init; }
    public required ReturnState State { get; init; }
    public required int Version { get; init; }
    public required ReturnDates Dates { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>The cells that have a value or the reason of its absence.</summary>
    public required int FilledCells { get; init; }

    /// <summary>The cells that are asked for: those of the form but what is published already, unless it is filled all the same.</summary>
    public required int AllCells { get; init; }

    /// <summary>True when it was submitted by its due date; null while it is neither submitted nor overdue.</summary>
    public bool? OnTime(DateTimeOffset now) => SubmittedAt is { } at ? at <= Dates.DueAt : Dates.IsOverdue(now) ? false : null;
}

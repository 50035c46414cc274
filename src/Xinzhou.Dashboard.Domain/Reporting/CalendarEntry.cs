using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>填报日历的一行: when a form is asked for in a quarter, and how far its returns are.</summary>
public sealed record CalendarEntry
{
    public required string Form { get; init; }

    public required string FormName { get; init; }

    public string? FormNameEn { get; init; }

    public required Quarter Quarter { get; init; }

    public required ReturnDates Dates { get; init; }

    /// <summary>Grows with every change.</summary>
    public required int Version { get; init; }

    /// <summary>The returns that were opened; 0 before it opens.</summary>
    public int Returns { get; init; }

    /// <summary>Those of them that were submitted or released.</summary>
    public int Submitted { get; init; }

    public bool IsOpened => Returns > 0;
}

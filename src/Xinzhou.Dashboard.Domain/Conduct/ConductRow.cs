using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>One thing that is counted of a unit.</summary>
public sealed record ConductRow
{
    /// <summary>What it is about.</summary>
    public required ConductKind Kind { get; init; }

    /// <summary>The code of the unit.</summary>
    public required string Department { get; init; }

    /// <summary>Which: <c>returns/12</c>, <c>items/3/2</c>, <c>targets/f0000000012</c>, <c>supervision/2026-012</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What people call it: the form, the work item, the matter; empty where nothing is known.</summary>
    public required string Name { get; init; }

    /// <summary>The quarter that it speaks of; null of notices and lights.</summary>
    public Quarter? Quarter { get; init; }

    /// <summary>The end of the time for it; null where it is not about one.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When it was done first, or sent back; null while it is not.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>It was done after its time, or is not done and the time is over.</summary>
    public bool IsLate { get; init; }

    /// <summary>How many working days it is late, 0 for none and for less than one.</summary>
    public int DaysLate { get; init; }

    /// <summary>Why it was sent back; null where nothing is said.</summary>
    public string? Reason { get; init; }
}

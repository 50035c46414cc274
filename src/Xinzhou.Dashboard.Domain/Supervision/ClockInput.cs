namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>What the dates of a matter under supervision follow from.</summary>
public sealed record ClockInput
{
    /// <summary>交办日期: day 0.</summary>
    public required DateOnly Assigned { get; init; }

    /// <summary>The grade.</summary>
    public required MatterGrade Grade { get; init; }

    /// <summary>Which days count.</summary>
    public required CountingMode Mode { get; init; }

    /// <summary>The pauses, in any order; they may overlap.</summary>
    public IReadOnlyCollection<Pause> Pauses { get; init; } = [];

    /// <summary>延期: the day by which it is to be settled instead, taken as it is; null if there is no extension.</summary>
    public DateOnly? ExtendedTo { get; init; }
}

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>标志性成果 of a milestone, as it was known at a moment.</summary>
public sealed record Outcome
{
    public required int Year { get; init; }

    /// <summary>能级, by its code.</summary>
    public required string Dimension { get; init; }
    public required string Text { get; init; }

    /// <summary>牵头单位, by its code; null is not known.</summary>
    public string? Owner { get; init; }

    /// <summary>达成日期; null while it is not achieved.</summary>
    public DateOnly? Achieved { get; init; }

    /// <summary>佐证; null where none is given.</summary>
    public string? Evidence { get; init; }
}

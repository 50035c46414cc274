namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>里程碑: a stage goal of the plan.</summary>
public sealed record Milestone
{
    public required int Year { get; init; }
    public required string Goal { get; init; }
    public string? Quote { get; init; }

    /// <summary>True when the goal has figures of its own; none has.</summary>
    public bool Quantified { get; init; }

    /// <summary>The last day of its year; the article states no day.</summary>
    public DateOnly Due => new(Year, 12, 31);
}

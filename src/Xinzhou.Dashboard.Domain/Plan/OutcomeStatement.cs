namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>What is said of a landmark outcome (标志性成果) of a milestone.</summary>
public sealed record OutcomeStatement : PlanStatement
{
    /// <summary>里程碑.</summary>
    public required int Year { get; init; }

    /// <summary>能级, by its code.</summary>
    public required string Dimension { get; init; }

    /// <summary>成果: with year and dimension it names the outcome.</summary>
    public required string Text { get; init; }

    public override string Subject => PlanSubject.OfOutcome(Year, Dimension, Text);

    /// <summary>牵头单位: one, by its code.</summary>
    public string? Owner { get; init; }

    /// <summary>达成日期.</summary>
    public PlanDay? Achieved { get; init; }

    /// <summary>佐证.</summary>
    public string? Evidence { get; init; }
}

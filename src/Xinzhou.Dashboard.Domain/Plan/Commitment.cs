namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>责任: who owes a target, as it was known at a moment.</summary>
public sealed record Commitment
{
    public required CommitmentTarget Target { get; init; }

    /// <summary>牵头单位, by its code; null is not known.</summary>
    public string? Owner { get; init; }

    /// <summary>责任人; null is not known.</summary>
    public string? Person { get; init; }

    /// <summary>The year that the target is counted from, as it is written; null is the earliest year that is known.</summary>
    public string? Baseline { get; init; }

    /// <summary>允差, in % of the target; null is the usual 5.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>序号 of its task; null where it belongs to none.</summary>
    public int? Task { get; init; }
}

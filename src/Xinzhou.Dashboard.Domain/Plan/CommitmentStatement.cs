namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>What is said of the responsibility for a target (责任).</summary>
public sealed record CommitmentStatement : PlanStatement
{
    public required CommitmentTarget Target { get; init; }

    public override string Subject => PlanSubject.OfCommitment(Target);

    /// <summary>牵头单位: one, by its code.</summary>
    public string? Owner { get; init; }

    /// <summary>责任人.</summary>
    public string? Person { get; init; }

    /// <summary>基期: the year that the target is counted from, as it is written.</summary>
    public string? Baseline { get; init; }

    /// <summary>允差, in % of the target; of a target that is only about met (≈).</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>序号 of the task that it belongs to; 0 takes it from its task.</summary>
    public int? Task { get; init; }
}

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

    /// <summary>The path to the target: what is to be reached by the end of earlier years; empty takes it away.</summary>
    public IReadOnlyList<YearPoint>? Path { get; init; }

    /// <summary>Why the target may lie on the wrong side of its baseline; of others nothing.</summary>
    public string? Justification { get; init; }
}

namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>
/// What is assessed. Numbers are <see cref="double"/> here and not <see cref="decimal"/>, since growth is compounded: its rate
/// is a root.
/// </summary>
public sealed record AssessmentInput
{
    /// <summary>The values by year, finite and all of one unit. The latest is the current one.</summary>
    public required IReadOnlyDictionary<int, double> Values { get; init; }

    /// <summary>What is to be reached; null if growth alone is judged.</summary>
    public TargetPoint? Target { get; init; }

    /// <summary>Which way is the right one.</summary>
    public required AssessmentDirection Direction { get; init; }

    /// <summary>The method.</summary>
    public required AssessmentKind Kind { get; init; }

    /// <summary>
    /// The year from which growth is counted; if it has no value, the next one that has. Null for the earliest. Rates have no base.
    /// </summary>
    public int? BaseYear { get; init; }

    /// <summary>A natural limit of the values (100 of a share in %), near which less growth is asked for; null if there is none.</summary>
    public double? Limit { get; init; }

    /// <summary>What is wrong with the question; empty if it can be put.</summary>
    public IEnumerable<AssessmentFault> Faults()
    {
        if (Values.Count == 0) yield return AssessmentFault.NoValue;
        else if (Target is { } target && target.Year < Values.Keys.Min()) yield return AssessmentFault.TargetBeforeFirstYear;
        if (Kind == AssessmentKind.Rate && Target is null) yield return AssessmentFault.RateWithoutTarget;
        if (Limit <= 0) yield return AssessmentFault.LimitNotPositive;
    }

    /// <summary>Whether a value meets the target: exactly, without slack.</summary>
    internal bool IsMetBy(double value, double target) => Direction == AssessmentDirection.Up ? value >= target : value <= target;
}

using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Data.Reviews;

/// <summary>What came of doing something about a review.</summary>
/// <param name="Refusal">Why nothing was done; null if it was.</param>
/// <param name="Faults">What is wrong, if that is why.</param>
/// <param name="Review">The number of the review; 0 where nothing was done.</param>
public sealed record ReviewOutcome(ChangeRefusal? Refusal, IReadOnlyList<ReviewFault> Faults, long Review)
{
    public static implicit operator ReviewOutcome(ChangeRefusal refusal) => new(refusal, [], 0);

    internal static ReviewOutcome Of(params IReadOnlyList<ReviewFault> faults) => new(ChangeRefusal.Faulty, faults, 0);

    internal static ReviewOutcome Done(long review) => new(null, [], review);
}

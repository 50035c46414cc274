using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>A target that is another than at an earlier moment.</summary>
public sealed record TargetChange
{
    public required TargetChangeKind Kind { get; init; }

    /// <summary>The target that was shown; null where there was none.</summary>
    public Figure? Before { get; init; }

    /// <summary>The target that is shown; null where there is none.</summary>
    public Figure? After { get; init; }

    /// <summary>What it was owed by; of changed terms.</summary>
    public Commitment? TermsBefore { get; init; }

    /// <summary>What it is owed by; of changed terms.</summary>
    public Commitment? TermsAfter { get; init; }

    /// <summary>What says so of its terms; null where a figure does.</summary>
    public CommitmentStatement? Statement { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The target that is spoken of: the one that is shown, else the one that was.</summary>
    public Figure Figure => (After ?? Before)!;
}

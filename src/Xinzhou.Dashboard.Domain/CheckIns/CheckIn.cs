using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>报送: what a unit sent of a work item for a quarter. It is never changed; another one takes its place.</summary>
public sealed record CheckIn
{
    /// <summary>Grows with everything that is sent, in the order of commit.</summary>
    public required long Id { get; init; }

    public required CheckInKey Key { get; init; }

    /// <summary>The code of the unit.</summary>
    public required string Department { get; init; }

    public required CheckInEntry Entry { get; init; }

    public required Person SentBy { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The files that it was sent with.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What was decided on it; null while nothing is.</summary>
    public CheckInDecision? Decision { get; init; }

    public CheckInState State => Decision?.Outcome switch
    {
        null => CheckInState.Sent,
        CheckInOutcome.SentBack => CheckInState.SentBack,
        _ => CheckInState.Acknowledged,
    };

    /// <summary>As it was at a moment: what was decided later is not decided.</summary>
    public CheckIn At(DateTimeOffset moment) => Decision?.At > moment ? this with { Decision = null } : this;
}

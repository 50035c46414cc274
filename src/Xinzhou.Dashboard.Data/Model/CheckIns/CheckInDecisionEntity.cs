using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.CheckIns;

namespace Xinzhou.Dashboard.Data.Model.CheckIns;

/// <summary>What was decided on a check-in. Only ever inserted.</summary>
internal sealed class CheckInDecisionEntity
{
    /// <summary>Given by the database; grows in the order of commit.</summary>
    public long Id { get; init; }

    public required long CheckInId { get; init; }

    public required CheckInOutcome Outcome { get; init; }

    public string? Reason { get; init; }

    /// <summary>The statement of the plan that an acknowledgement made; null where it was sent back.</summary>
    public long? StatementId { get; init; }

    public required Guid DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Who decided.</summary>
    public User Author { get; init; } = null!;
}

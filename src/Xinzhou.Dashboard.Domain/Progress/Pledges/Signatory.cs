using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Progress.Pledges;

/// <summary>
/// Who signs a commitment: the person that it names as responsible, by the account that carries his name. Nobody signs in another's
/// place: what somebody has not signed himself binds him to nothing.
/// </summary>
public static class Signatory
{
    /// <summary>Why somebody cannot sign; null where he is the one who does.</summary>
    /// <param name="commitment">The commitment.</param>
    /// <param name="actor">Who wants to sign: of the department that owes it, or of none.</param>
    public static PlanCheckReason? Fault(Commitment commitment, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        ArgumentNullException.ThrowIfNull(actor);
        return commitment.Owner is null ? PlanCheckReason.OwnerMissing
            : string.IsNullOrWhiteSpace(commitment.Person) ? PlanCheckReason.PersonMissing
            : commitment.Person != actor.Name || (actor.Department is { } department && department != commitment.Owner) ? PlanCheckReason.NotResponsible
            : null;
    }
}

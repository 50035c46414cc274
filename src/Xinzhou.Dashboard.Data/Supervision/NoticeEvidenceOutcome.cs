using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Supervision;

/// <summary>What came of adding a file to a notice.</summary>
/// <param name="Refusal">Why it was not taken; null if it was.</param>
/// <param name="Fault">What is wrong with the file, if that is why.</param>
/// <param name="NotHis">Why nothing may be added to the notice, if that is why.</param>
/// <param name="Added">What was added; null if nothing was.</param>
public sealed record NoticeEvidenceOutcome(ChangeRefusal? Refusal, EvidenceFault? Fault, NoticeFault? NotHis, Evidence? Added)
{
    public static implicit operator NoticeEvidenceOutcome(ChangeRefusal refusal) => new(refusal, null, null, null);

    public static implicit operator NoticeEvidenceOutcome(EvidenceFault fault) => new(ChangeRefusal.Faulty, fault, null, null);

    public static implicit operator NoticeEvidenceOutcome(NoticeFault fault) => new(ChangeRefusal.Faulty, null, fault, null);
}

using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain.CheckIns;

namespace Xinzhou.Dashboard.Data.CheckIns;

/// <summary>What came of adding a file.</summary>
/// <param name="Refusal">Why it was not taken; null if it was.</param>
/// <param name="Fault">What is wrong with the file, if that is why.</param>
/// <param name="NotHis">Why the person may not add to the item, if that is why.</param>
/// <param name="Added">What was added; null if nothing was.</param>
public sealed record EvidenceOutcome(ChangeRefusal? Refusal, EvidenceFault? Fault, CheckInFault? NotHis, Evidence? Added)
{
    public static implicit operator EvidenceOutcome(ChangeRefusal refusal) => new(refusal, null, null, null);

    public static implicit operator EvidenceOutcome(EvidenceFault fault) => new(ChangeRefusal.Faulty, fault, null, null);

    public static implicit operator EvidenceOutcome(CheckInFault fault) => new(ChangeRefusal.Faulty, null, fault, null);
}

using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.CheckIns;

/// <summary>Why a check-in, a decision on one or a file was not taken, each as one sentence that says what can be done.</summary>
/// <param name="files">Why a file was not taken.</param>
/// <param name="text">The words.</param>
public sealed class CheckInText(EvidenceText files, IStringLocalizer<CheckInText> text)
{
    /// <summary>What is wrong with what was to be sent or decided.</summary>
    public string Fault(CheckInFault fault) => text[$"Fault{fault}", CheckInEntry.MaxLength, CheckInEntry.MaxDecimals];

    /// <summary>What is wrong with a file.</summary>
    public string Fault(EvidenceFault fault) => files.Fault(fault);

    /// <summary>Why nothing was done.</summary>
    public string Refusal(ChangeRefusal refusal) => text[refusal switch
    {
        ChangeRefusal.WrongRole or ChangeRefusal.NotFound or ChangeRefusal.Stale or ChangeRefusal.ReasonMissing or ChangeRefusal.ReasonTooLong => $"Refusal{refusal}",
        _ => "RefusalOther",
    }, ChangeReason.MaxLength];

    /// <summary>Why it was not done; null if it was.</summary>
    public string? Of(ChangeOutcome<CheckInFault> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Faults.Count > 0 ? string.Join(' ', outcome.Faults.Select(Fault)) : outcome.Refusal is { } why ? Refusal(why) : null;
    }

    /// <summary>Why a file was not taken; null if it was.</summary>
    public string? Of(EvidenceOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Fault is { } fault ? Fault(fault) : outcome.NotHis is { } notHis ? Fault(notHis) : outcome.Refusal is { } why ? Refusal(why) : null;
    }
}

using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>What was decided on a check-in; never changed.</summary>
/// <param name="Id">Grows with every decision, in the order of commit.</param>
/// <param name="CheckIn">The number of the check-in.</param>
/// <param name="Outcome">What.</param>
/// <param name="Reason">What is to be mended; of an acknowledgement what is remarked, null if nothing.</param>
/// <param name="By">Who: never who sent it.</param>
/// <param name="At">When.</param>
public sealed record CheckInDecision(long Id, long CheckIn, CheckInOutcome Outcome, string? Reason, Person By, DateTimeOffset At);

namespace Xinzhou.Dashboard.Domain.Progress.Pledges;

/// <summary>What was decided of a proposal.</summary>
/// <param name="Verdict">What.</param>
/// <param name="Reason">Why; empty where no reason was given.</param>
/// <param name="By">Who, by the name shown.</param>
/// <param name="At">When.</param>
public sealed record ProposalDecision(ProposalVerdict Verdict, string Reason, string By, DateTimeOffset At);

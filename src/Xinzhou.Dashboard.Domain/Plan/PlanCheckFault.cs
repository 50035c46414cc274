namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>Why something cannot be said of the plan.</summary>
/// <param name="Subject">Of what: <see cref="PlanStatement.Subject"/>.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Found">What was said: a code, a name, a number.</param>
public sealed record PlanCheckFault(string Subject, PlanCheckReason Reason, string Found = "");

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What is wrong with a form.</summary>
/// <param name="Reason">Why it is not taken.</param>
/// <param name="Row">The number of the row; null for the form itself.</param>
/// <param name="Value">What stands there; empty for nothing.</param>
public sealed record FormFault(FormFaultReason Reason, int? Row, string Value = "");

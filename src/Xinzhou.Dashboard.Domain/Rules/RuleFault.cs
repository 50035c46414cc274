namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>What is wrong with a definition.</summary>
/// <param name="Reason">Why it is not taken.</param>
/// <param name="Field">Where; null for the code of the rule, or its kind.</param>
/// <param name="Value">What stands there; empty for nothing.</param>
public sealed record RuleFault(RuleFaultReason Reason, RuleField? Field, string Value = "");

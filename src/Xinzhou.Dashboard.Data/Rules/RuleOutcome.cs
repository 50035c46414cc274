using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Rules;

/// <summary>What came of asking for a change of a rule.</summary>
/// <param name="Refusal">Why it was not made; null when it was.</param>
/// <param name="Faults">What is wrong with the definition, when that is why.</param>
public sealed record RuleOutcome(RuleRefusal? Refusal, IReadOnlyList<RuleFault> Faults)
{
    public static RuleOutcome Done { get; } = new(null, []);

    public static implicit operator RuleOutcome(RuleRefusal refusal) => new(refusal, []);
}

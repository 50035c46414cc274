using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>What came of asking for a change of a form.</summary>
/// <param name="Refusal">Why it was not made; null when it was.</param>
/// <param name="Faults">What is wrong with the form, when that is why.</param>
public sealed record FormOutcome(FormRefusal? Refusal, IReadOnlyList<FormFault> Faults)
{
    public static FormOutcome Done { get; } = new(null, []);

    public static implicit operator FormOutcome(FormRefusal refusal) => new(refusal, []);
}

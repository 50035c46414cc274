namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What came of asking for a change of a return.</summary>
/// <param name="Refusal">Why it was not done; null when it was.</param>
/// <param name="Version">The version of the return afterwards; 0 when it was not done.</param>
public readonly record struct ReturnOutcome(ReturnRefusal? Refusal, int Version)
{
    public bool IsDone => Refusal is null;

    public static ReturnOutcome Done(int version) => new(null, version);

    public static implicit operator ReturnOutcome(ReturnRefusal refusal) => new(refusal, 0);
}

namespace Xinzhou.Dashboard.Data.Changes;

/// <summary>What came of asking for a change.</summary>
/// <typeparam name="TFault">What can be wrong with what it is to say.</typeparam>
/// <param name="Refusal">Why it was not made; null if it was.</param>
/// <param name="Faults">What is wrong, if that is why.</param>
public sealed record ChangeOutcome<TFault>(ChangeRefusal? Refusal, IReadOnlyList<TFault> Faults)
{
    /// <summary>It was made.</summary>
    public ChangeOutcome() : this(null, [])
    {
    }

    public static implicit operator ChangeOutcome<TFault>(ChangeRefusal refusal) => new(refusal, []);
}

using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>A rule broken.</summary>
/// <param name="Operands">The other figures taking part, in the order of the formula.</param>
/// <param name="Message">What is wrong, in plain words: what stands there, what was expected, what to do.</param>
public sealed record Breach(IReadOnlyList<Figure> Operands, RuleMessage Message)
{
    /// <summary>How it was found, for who asks why; null when the message says all.</summary>
    public RuleMessage? Why { get; init; }
}

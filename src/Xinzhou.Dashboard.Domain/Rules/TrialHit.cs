using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>A figure that a rule on trial asks about.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Message">What is wrong, in words.</param>
/// <param name="IsNew">False when the rule in force asks about it too.</param>
public sealed record TrialHit(Figure Figure, RuleMessage Message, bool IsNew)
{
    /// <summary>How it was found, for who asks why; null when the message says all.</summary>
    public RuleMessage? Why { get; init; }
}

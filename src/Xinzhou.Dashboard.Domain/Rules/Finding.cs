
namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>A rule that a figure breaks.</summary>
/// <param name="Rule">The code of the rule.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong, in words.</param>
public sealed record Finding(string Rule, Severity Severity, RuleMessage Message)
{
    /// <summary>How it was found, for who asks why; null when the message says all.</summary>
    public RuleMessage? Why { get; init; }
}

using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Rules;

/// <summary>What a trial of a rule found.</summary>
/// <param name="Published">Over all published figures; null when it took too long.</param>
/// <param name="Entered">Over the returns that are not released; null when it took too long.</param>
/// <param name="Took">How long it took.</param>
public sealed record RuleTrialResult(RuleTrial? Published, EntryTrial? Entered, TimeSpan Took);

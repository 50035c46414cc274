using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Rules;

/// <summary>One state of a rule.</summary>
/// <param name="Number">Grows with every change of any rule; whoever changes a rule says which he saw.</param>
/// <param name="Definition">What the rule says; null when it was taken out of force.</param>
/// <param name="By">Who; null for what came with the product.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record RuleVersion(long Number, RuleDefinition? Definition, Person? By, DateTimeOffset At, string Reason);

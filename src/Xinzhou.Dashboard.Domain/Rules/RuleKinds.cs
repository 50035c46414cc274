using System.Reflection;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>The kinds of rules there are: those of every record of rules in this project.</summary>
public static class RuleKinds
{
    /// <summary>All kinds: those that look at most figures first, then by code.</summary>
    public static IReadOnlyList<RuleKind> All { get; } =
    [
        .. typeof(Rule).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Rule)) && !t.IsAbstract)
            .Select(t => t.GetProperty("Kind", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as RuleKind
                ?? throw new InvalidOperationException($"{t.Name} does not say its kind."))
            .OrderBy(k => k.Reach).ThenBy(k => k.Code, StringComparer.Ordinal),
    ];

    /// <summary>The kind of a code; null when there is none.</summary>
    public static RuleKind? Find(string? code) => All.FirstOrDefault(k => k.Code == code);

    /// <summary>
    /// What stands for a kind that this version does not know, be it of a newer instance on the same database or misspelt:
    /// its rules judge nothing, and keep what they say.
    /// </summary>
    public static RuleKind Unknown { get; } = new("unknown", typeof(RuleKinds))
    {
        Reach = RuleReach.SingleFigure,
        Check = (_, _) => [new(RuleFaultReason.UnknownKind, null)],
        Make = (code, _, _) => throw new InvalidOperationException($"The rule '{code}' is of no kind that is known here."),
    };
}

using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Whether a definition makes sense, before it judges anything.</summary>
public static partial class RuleCheck
{
    // The address of the page of a new rule.
    private const string Reserved = "new";

    /// <summary>What is wrong with a code and a definition; empty when it can be taken.</summary>
    public static IReadOnlyList<RuleFault> Faults(string? code, RuleDefinition definition, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalogue);
        var faults = new List<RuleFault>();
        if (code is null or Reserved || !RuleCode().IsMatch(code)) faults.Add(new(RuleFaultReason.BadCode, null, code ?? ""));
        faults.AddRange(definition.Kind.Fields.SelectMany(f => f.Faults(definition.Find(f), catalogue)));
        // What the fields say of each other is looked at when each is right.
        return faults.Count > 0 ? faults : [.. definition.Kind.Check(definition, catalogue)];
    }

    /// <summary>True when two indicators are measured in units that convert, so that they can be added and divided.</summary>
    internal static bool Adds(string part, string total, Catalogue catalogue) =>
        Uoms.Factor(catalogue.Indicator(part)!.Uom, catalogue.Indicator(total)!.Uom) is not null;

    [GeneratedRegex("^[a-z][a-z0-9_]{1,59}$")]
    private static partial Regex RuleCode();
}

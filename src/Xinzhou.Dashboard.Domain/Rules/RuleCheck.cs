using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Whether a definition makes sense, before it judges anything.</summary>
public static partial class RuleCheck
{
    /// <summary>The fewest changes that an outlier is looked for among.</summary>
    public const int LeastChanges = 8;

    // The address of the page of a new rule.
    private const string Reserved = "new";

    /// <summary>What is wrong with a code and a definition; empty when it can be taken.</summary>
    public static IReadOnlyList<RuleFault> Faults(string? code, RuleDefinition definition, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalogue);
        var faults = new List<RuleFault>();
        if (code is null or Reserved || !RuleCode().IsMatch(code)) faults.Add(new(RuleFaultReason.BadCode, null, code ?? ""));
        faults.AddRange(RuleDefinition.FieldsOf(definition.Type).SelectMany(f => Faults(f, definition, catalogue)));
        return faults.Count > 0 ? faults : [.. Together(definition, catalogue)];
    }

    private static IEnumerable<RuleFault> Faults(RuleField field, RuleDefinition d, Catalogue catalogue) => field switch
    {
        RuleField.Total => Indicator(field, d.Total, catalogue),
        RuleField.Share => Indicator(field, d.Share, catalogue),
        RuleField.Part => Indicator(field, d.Part, catalogue),
        RuleField.Parts => d.Parts.Count < 2 ? [new(RuleFaultReason.TooFewParts, field)] : d.Parts.SelectMany(p => Indicator(field, p, catalogue)),
        RuleField.Unit => string.IsNullOrEmpty(d.Unit) ? [new(RuleFaultReason.Missing, field)] : Units(field, [d.Unit], catalogue),
        RuleField.Units => Units(field, d.Units, catalogue),
        RuleField.Floor => Number(field, d.Floor, n => n is >= -100 and < 0, RuleFaultReason.BadFloor),
        RuleField.Bound when d.Type == RuleType.ChangeOutlier => Number(field, d.Bound, n => n is >= 2 and <= 20, RuleFaultReason.BadScore),
        RuleField.Bound => Number(field, d.Bound, n => n is > 0 and <= 1000, RuleFaultReason.BadBound),
        RuleField.Margin => Number(field, d.Margin, n => n is >= 0 and <= 100, RuleFaultReason.BadMargin),
        _ => Number(field, d.Least, n => n is >= LeastChanges and <= 200, RuleFaultReason.BadLeast),
    };

    /// <summary>What the fields say of each other, each being right.</summary>
    private static IEnumerable<RuleFault> Together(RuleDefinition d, Catalogue catalogue)
    {
        switch (d.Type)
        {
            case RuleType.Parts:
                foreach (var twice in d.Parts.Append(d.Total!).GroupBy(p => p).Where(g => g.Count() > 1)) yield return new(RuleFaultReason.Twice, RuleField.Parts, twice.Key);
                foreach (var part in d.Parts.Distinct().Where(p => !Adds(p, d.Total!, catalogue))) yield return new(RuleFaultReason.UnitsDiffer, RuleField.Parts, part);
                break;
            case RuleType.UnitParts when !RuleDefinition.PartsOf(d.Unit!, catalogue).Any():
                yield return new(RuleFaultReason.NoPartsBelow, RuleField.Unit, d.Unit!);
                break;
            case RuleType.Share:
                if (d.Part == d.Total) yield return new(RuleFaultReason.Twice, RuleField.Part, d.Part!);
                if (catalogue.Indicator(d.Share!)!.Type != IndicatorType.Ratio) yield return new(RuleFaultReason.NoRatio, RuleField.Share, d.Share!);
                if (!Adds(d.Part!, d.Total!, catalogue)) yield return new(RuleFaultReason.UnitsDiffer, RuleField.Part, d.Part!);
                break;
        }
    }

    private static bool Adds(string part, string total, Catalogue catalogue) =>
        Uoms.Factor(catalogue.Indicator(part)!.Uom, catalogue.Indicator(total)!.Uom) is not null;

    // By its code only: names and aliases change.
    private static IEnumerable<RuleFault> Indicator(RuleField field, string? code, Catalogue catalogue) =>
        string.IsNullOrEmpty(code) ? [new(RuleFaultReason.Missing, field)]
        : catalogue.Indicator(code)?.Code == code ? []
        : [new(RuleFaultReason.UnknownIndicator, field, code)];

    private static IEnumerable<RuleFault> Units(RuleField field, IEnumerable<string> codes, Catalogue catalogue) =>
        codes.Where(c => catalogue.Unit(c)?.Code != c).Select(c => new RuleFault(RuleFaultReason.UnknownUnit, field, c));

    private static IEnumerable<RuleFault> Number(RuleField field, decimal? number, Func<decimal, bool> holds, RuleFaultReason reason) =>
        number is not { } n ? [new(RuleFaultReason.Missing, field)]
        : holds(n) ? []
        : [new(reason, field, n.ToString(CultureInfo.InvariantCulture))];

    [GeneratedRegex("^[a-z][a-z0-9_]{1,59}$")]
    private static partial Regex RuleCode();
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Administration.Rules;

/// <summary>The words for validation rules, in the language of the page.</summary>
/// <param name="store">Gives the names of indicators and units.</param>
/// <param name="text">The words.</param>
public sealed class RuleWords(SnapshotStore store, IStringLocalizer<RuleWords> text)
{
    /// <summary>分项之和, 占比, …</summary>
    public string Type(RuleType type) => text[$"Type{type}"];

    /// <summary>What rules of the type ask, in a sentence.</summary>
    public string TypeMeans(RuleType type) => text[$"Means{type}"];

    /// <summary>错误, 警告, 提示.</summary>
    public string Severity(Severity severity) => text[$"Severity{severity}"];

    /// <summary>What the level means for who enters a figure.</summary>
    public string SeverityMeans(Severity severity) => text[$"SeverityMeans{severity}"];

    /// <summary>A level as it is chosen: 警告：违反时须写明说明.</summary>
    public string LevelChoice(Severity severity) => text["LevelChoice", Severity(severity), SeverityMeans(severity)];

    /// <summary>The label of a field of a type.</summary>
    public string Field(RuleType type, RuleField field) => text[Key("Field", type, field)];

    /// <summary>What is to be typed in a field of a type; null where the label says it.</summary>
    public string? Hint(RuleType type, RuleField field) => text[Key("Hint", type, field)] is { ResourceNotFound: false } hint ? hint.Value : null;

    /// <summary>The rule in one sentence: 地区生产总值 = 第一产业增加值 + ….</summary>
    public string Sentence(RuleDefinition rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var sentence = text[$"Rule{rule.Type}", rule.Type switch
        {
            RuleType.Parts => [Indicator(rule.Total), string.Join(" + ", rule.Parts.Select(Indicator))],
            RuleType.UnitParts => [Indicator(rule.Total), Unit(rule.Unit)],
            RuleType.Share => [Indicator(rule.Share), Indicator(rule.Part), Indicator(rule.Total)],
            RuleType.GrowthFloor => [Number(rule.Floor)],
            RuleType.GrowthBound => [Number(rule.Bound)],
            RuleType.ChangeOutlier => [Number(rule.Bound), rule.Least ?? 0, Number(rule.Margin)],
            _ => Array.Empty<object>(),
        }];
        return rule.Units.Count == 0 ? sentence : text["Limited", sentence, Units(rule.Units)];
    }

    /// <summary>What differs between two states of a rule, field by field; empty where nothing does.</summary>
    public IReadOnlyList<RuleDifference> Differences(RuleDefinition before, RuleDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. RuleDefinition.FieldsOf(after.Type).Select(f => new RuleDifference(Field(after.Type, f), Value(before, f), Value(after, f)))
                .Prepend(new(text["Level"], Severity(before.Severity), Severity(after.Severity)))
                .Where(d => d.Before != d.After),
        ];
    }

    /// <summary>Why a change was not made, and what can be done.</summary>
    public string Refusal(RuleRefusal refusal) => text[$"Refusal{refusal}", ValidationRules.MaxLength];

    /// <summary>What is wrong with a definition, in one sentence.</summary>
    public string Fault(RuleType type, RuleFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return text[$"Fault{fault.Reason}", fault.Field is { } field ? Field(type, field) : "", fault.Reason switch
        {
            RuleFaultReason.Twice or RuleFaultReason.NoRatio or RuleFaultReason.UnitsDiffer => Indicator(fault.Value),
            RuleFaultReason.NoPartsBelow => Unit(fault.Value),
            _ => fault.Value,
        }];
    }

    private string Value(RuleDefinition rule, RuleField field) => field switch
    {
        RuleField.Total => Indicator(rule.Total),
        RuleField.Share => Indicator(rule.Share),
        RuleField.Part => Indicator(rule.Part),
        RuleField.Parts => string.Join(Languages.IsEnglish ? ", " : "、", rule.Parts.Select(Indicator)),
        RuleField.Unit => Unit(rule.Unit),
        RuleField.Units => rule.Units.Count == 0 ? text["AllUnits"] : Units(rule.Units),
        RuleField.Floor => Number(rule.Floor),
        RuleField.Bound => Number(rule.Bound),
        RuleField.Margin => Number(rule.Margin),
        _ => rule.Least?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    private string Units(IEnumerable<string> codes) => string.Join(Languages.IsEnglish ? ", " : "、", codes.Select(Unit));

    private string Indicator(string? code) => code is not null && store.Current.Catalogue.Indicator(code) is { } found ? Names.Of(found) : code ?? "";

    private string Unit(string? code) => code is not null && store.Current.Catalogue.Unit(code) is { } found ? Names.Of(found) : code ?? "";

    private static string Number(decimal? number) => number is { } n ? ValueText.Number(n) : "";

    private static string Key(string kind, RuleType type, RuleField field) =>
        field == RuleField.Bound ? $"{kind}{type}Bound" : $"{kind}{field}";
}

using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Rules.Fields;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Rules;

/// <summary>The words for validation rules, in the language of the page. What is special to a kind is in its own texts.</summary>
/// <param name="store">Gives the names of indicators and units.</param>
/// <param name="text">The words.</param>
public sealed class RuleWords(SnapshotStore store, IStringLocalizer<RuleWords> text)
{
    /// <summary>分项之和, 占比, …</summary>
    public string Kind(RuleKind kind) => Of(kind, "Name")!;

    /// <summary>What rules of the kind ask, in a sentence.</summary>
    public string Means(RuleKind kind) => Of(kind, "Means")!;

    /// <summary>错误, 警告, 提示.</summary>
    public string Severity(Severity severity) => text[$"Severity{severity}"];

    /// <summary>What the level means for who enters a figure.</summary>
    public string SeverityMeans(Severity severity) => text[$"SeverityMeans{severity}"];

    /// <summary>A level as it is chosen: 警告：违反时须写明说明.</summary>
    public string LevelChoice(Severity severity) => text["LevelChoice", Severity(severity), SeverityMeans(severity)];

    /// <summary>The label of a field of a kind.</summary>
    public string Field(RuleKind kind, RuleField field) => Of(kind, field.Code)!;

    /// <summary>What is to be typed in a field of a kind; null where the label says it.</summary>
    public string? Hint(RuleKind kind, RuleField field) => Of(kind, $"{field.Code}.hint");

    /// <summary>The rule in one sentence: 地区生产总值 = 第一产业增加值 + ….</summary>
    public string Sentence(RuleDefinition rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var sentence = string.Format(
            CultureInfo.CurrentCulture, Of(rule.Kind, "Sentence")!, [.. rule.Kind.Fields.Select(f => (object)Value(rule, f, adds: true))]);
        return rule.Kind.Fields.OfType<UnitsField>().FirstOrDefault() is { } units && rule.Get(units).Count > 0
            ? text["Limited", sentence, Value(rule, units)]
            : sentence;
    }

    /// <summary>What differs between two states of a rule, field by field; empty where nothing does.</summary>
    public IReadOnlyList<FieldDifference> Differences(RuleDefinition before, RuleDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. after.Kind.Fields.Select(f => new FieldDifference(Field(after.Kind, f), Value(before, f), Value(after, f)))
                .Prepend(new(text["Level"], Severity(before.Severity), Severity(after.Severity)))
                .Where(d => d.Before != d.After),
        ];
    }

    /// <summary>Why a change was not made, and what can be done.</summary>
    public string Refusal(ChangeRefusal refusal) => text[$"Refusal{refusal}", ChangeReason.MaxLength];

    /// <summary>What is wrong with a definition, in one sentence.</summary>
    public string Fault(RuleKind kind, RuleFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var field = fault.Field is { } at ? Field(kind, at) : "";
        return fault.Reason == RuleFaultReason.OutOfRange
            ? string.Format(CultureInfo.CurrentCulture, Of(kind, $"{fault.Field!.Code}.range")!, field)
            : text[$"Fault{fault.Reason}", field, fault.Reason switch
            {
                RuleFaultReason.Twice or RuleFaultReason.NoRatio or RuleFaultReason.UnitsDiffer => Indicator(fault.Value),
                RuleFaultReason.NoPartsBelow => Unit(fault.Value),
                _ => fault.Value,
            }];
    }

    private static string? Of(RuleKind kind, string key)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Text(key, Languages.IsEnglish);
    }

    private string Value(RuleDefinition rule, RuleField field, bool adds = false) => (field, rule.Find(field)) switch
    {
        (UnitsField, IReadOnlyList<string> { Count: 0 }) => text["AllUnits"],
        (UnitsField, IReadOnlyList<string> codes) => string.Join(Languages.IsEnglish ? ", " : "、", codes.Select(Unit)),
        (IndicatorsField, IReadOnlyList<string> codes) => string.Join(adds ? " + " : Languages.IsEnglish ? ", " : "、", codes.Select(Indicator)),
        (UnitField, string code) => Unit(code),
        (IndicatorField, string code) => Indicator(code),
        (_, decimal number) => ValueText.Number(number),
        _ => "",
    };

    private string Indicator(string code) => store.Current.Catalogue.Indicator(code) is { } found ? Names.Of(found) : code;

    private string Unit(string code) => store.Current.Catalogue.Unit(code) is { } found ? Names.Of(found) : code;
}

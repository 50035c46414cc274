using System.Globalization;
using System.Resources;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// A kind of rules: its fields, what a definition of it may say, and the rule that a definition makes. Each kind stands in
/// the file of its rule, which says how it judges and what a workbook can check of it; its texts stand in the resources
/// beside that file: <c>Name</c>, <c>Means</c> (what rules of it ask), <c>Sentence</c> (one rule in a sentence, its fields
/// being put in by their order), <c>Asks</c> (the same for
/// who enters a figure, in a few words), <c>Breach</c> (in plain words), where that does not say how it was found <c>Why</c>, and
/// of each field the label, by its code, with <c>.hint</c> where the label
/// does not say all, and with <c>.range</c> for a number. <see cref="RuleKinds"/> finds it.
/// </summary>
public sealed class RuleKind
{
    private readonly ResourceManager _texts;

    /// <param name="code">How the stored form names it; never changes.</param>
    /// <param name="rule">The record of its rules, beside which its texts stand.</param>
    public RuleKind(string code, Type rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Code = code;
        _texts = new(rule);
    }

    /// <summary>How the stored form names it.</summary>
    public string Code { get; }

    /// <summary>How many figures its rules look at.</summary>
    public required RuleReach Reach { get; init; }

    /// <summary>False for rules that ask who enters a figure: nobody answers for what documents publish.</summary>
    public bool JudgesPublished { get; init; } = true;

    /// <summary>What breaking a rule of the kind means where its definition does not say.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>What a definition is made of besides kind and severity, in the order it is asked for.</summary>
    public IReadOnlyList<RuleField> Fields { get; init; } = [];

    /// <summary>What is wrong with fields that are each right by themselves.</summary>
    public Func<RuleDefinition, Catalogue, IEnumerable<RuleFault>> Check { get; init; } = (_, _) => [];

    /// <summary>The rule of a code that a sound definition makes.</summary>
    public required Func<string, RuleDefinition, Catalogue, Rule> Make { get; init; }

    /// <summary>A text of the kind; null where there is none.</summary>
    /// <param name="key">See the type.</param>
    /// <param name="english">False for Chinese.</param>
    public string? Text(string key, bool english) => _texts.GetString(key, CultureInfo.GetCultureInfo(english ? "en" : "zh-CN"));

    /// <summary>What is said when a rule of the kind is broken.</summary>
    /// <param name="arguments">Called with whether the sentence is English; gives what is put into it.</param>
    internal RuleMessage Breach(Func<bool, object[]> arguments) => new(_texts, "Breach", arguments);

    /// <summary>How it was found that a rule of the kind is broken.</summary>
    /// <param name="arguments">Called with whether the sentence is English; gives what is put into it.</param>
    internal RuleMessage Why(Func<bool, object[]> arguments) => new(_texts, "Why", arguments);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// A field of a kind of rules: what can stand in it, how it is typed, stored and checked. The stored form, a form and the
/// texts of the kind name it by its code.
/// </summary>
/// <param name="Code">Its code, in snake_case.</param>
public abstract record RuleField(string Code)
{
    /// <summary>What stands in it for a new rule, as it is typed; null for nothing.</summary>
    public string? Initial { get; init; }

    /// <summary>What stands for nothing; null where something must be given.</summary>
    public virtual object? Nothing => null;

    /// <summary>The value of what was typed; null when nothing was, or it is not understood.</summary>
    public abstract object? Parse(IReadOnlyList<string> typed);

    /// <summary>A value as it is typed.</summary>
    public abstract IReadOnlyList<string> Texts(object value);

    /// <summary>What is wrong with a value; empty when it can be taken.</summary>
    /// <param name="value">The value; null when nothing is given.</param>
    /// <param name="catalogue">The indicators and units there are.</param>
    public IEnumerable<RuleFault> Faults(object? value, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return (value ?? Nothing) is { } given ? FaultsOf(given, catalogue) : [new(RuleFaultReason.Missing, this)];
    }

    /// <summary>Reads the stored form.</summary>
    /// <exception cref="FormatException">It is not understood.</exception>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    internal abstract object Read(JsonElement json);

    /// <summary>The stored form; null when nothing need be stored.</summary>
    internal abstract JsonNode? Write(object value);

    protected abstract IEnumerable<RuleFault> FaultsOf(object value, Catalogue catalogue);

    // By its code only: names and aliases change.
    private protected IEnumerable<RuleFault> IndicatorFaults(string code, bool isRatio, Catalogue catalogue) =>
        catalogue.Indicator(code) is not { } found || found.Code != code ? [new(RuleFaultReason.UnknownIndicator, this, code)]
        : isRatio && found.Type != IndicatorType.Ratio ? [new(RuleFaultReason.NoRatio, this, code)]
        : [];

    private protected IEnumerable<RuleFault> UnitFaults(string code, Catalogue catalogue) =>
        catalogue.Unit(code)?.Code == code ? [] : [new(RuleFaultReason.UnknownUnit, this, code)];
}

using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Administration.Rules;

/// <summary>Which rules are listed; stands in the address.</summary>
/// <param name="Text">Part of the sentence or the code; null for any.</param>
/// <param name="Kind">The code of the kind; null for any.</param>
/// <param name="Severity">The level; null for any.</param>
public sealed record RuleFilter(string? Text, string? Kind, Severity? Severity)
{
    private const string TextName = "q";
    private const string KindName = "type";
    private const string SeverityName = "level";

    /// <summary>The filter of an address; what it does not know counts for nothing.</summary>
    public static RuleFilter Read(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(
            address.Get(TextName) is { Length: > 0 } text ? text : null,
            RuleKinds.Find(address.Get(KindName))?.Code,
            Code.TryParse<Severity>(address.Get(SeverityName), out var severity) ? severity : null);
    }

    /// <summary>The address of the list with this filter.</summary>
    public string Write(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.To(
            "/admin/rules",
            (TextName, Text),
            (KindName, Kind),
            (SeverityName, Severity is { } severity ? Code.Of(severity) : null));
    }

    /// <summary>Whether a rule is listed.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="sentence">The rule in a sentence.</param>
    public bool Holds(StoredRule rule, string sentence)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(sentence);
        return (Kind is null || rule.Definition.Kind.Code == Kind)
            && (Severity is null || rule.Definition.Severity == Severity)
            && (Text is not { } text
                || sentence.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)
                || rule.Code.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase));
    }
}

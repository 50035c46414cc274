using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Administration.Rules;

/// <summary>What is typed of a rule, as it was typed.</summary>
public sealed record RuleForm
{
    public string Code { get; init; } = "";

    public Severity Severity { get; init; }

    /// <summary>What is typed in the fields of the kind, by their codes; one text for each thing that a field holds.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public string? Reason { get; init; }

    /// <summary>The number of the version that was seen; null for a new rule. A draft keeps it, so that what others saved since is told.</summary>
    public long? Seen { get; init; }

    /// <summary>A form for a new rule.</summary>
    public static RuleForm New(RuleKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new()
        {
            Severity = kind.Severity,
            Fields = kind.Fields.Where(f => f.Initial is not null).ToDictionary(f => f.Code, f => (IReadOnlyList<string>)[f.Initial!]),
        };
    }

    /// <summary>A form filled with a definition.</summary>
    public static RuleForm Of(string code, RuleDefinition definition, long seen)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new()
        {
            Code = code,
            Severity = definition.Severity,
            Seen = seen,
            Fields = definition.Kind.Fields.ToDictionary(f => f.Code, f => definition.Find(f) is { } value ? f.Texts(value) : []),
        };
    }

    /// <summary>The same with something else typed in a field.</summary>
    public RuleForm With(RuleField field, IReadOnlyList<string> typed)
    {
        ArgumentNullException.ThrowIfNull(field);
        return this with { Fields = new Dictionary<string, IReadOnlyList<string>>(Fields) { [field.Code] = typed } };
    }

    /// <summary>What is typed in a field; empty for nothing.</summary>
    public IReadOnlyList<string> Texts(RuleField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Fields.GetValueOrDefault(field.Code) ?? [];
    }

    /// <summary>What is meant; what is no number is missing.</summary>
    public RuleDefinition Definition(RuleKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Fields.Aggregate(new RuleDefinition { Kind = kind, Severity = Severity }, (d, f) => d.With(f, f.Parse([.. Texts(f).Select(t => t.Trim())])));
    }
}

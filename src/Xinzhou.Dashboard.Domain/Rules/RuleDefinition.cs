using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules.Fields;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// A rule as data: its kind, what breaking it means, and what stands in the fields of the kind. Stored as JSON:
/// <c>type</c> (the code of the kind), optional <c>severity</c>, and each field by its code. What a definition may say is
/// checked by <see cref="RuleCheck"/>.
/// </summary>
public sealed record RuleDefinition
{
    /// <summary>Its kind; <see cref="RuleKinds.Unknown"/> for what is not understood.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>What breaking it means for an entry.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Why the stored form is not understood; null when it is.</summary>
    public string? Fault { get; private init; }

    private ImmutableDictionary<string, object> Values { get; init; } = ImmutableDictionary<string, object>.Empty;

    private string? Stored { get; init; }

    /// <summary>Reads the stored form. What is not understood judges nothing and stays as it is stored.</summary>
    /// <param name="code">The code of the rule, for the message.</param>
    /// <param name="stored">The stored form.</param>
    public static RuleDefinition Read(string code, string stored)
    {
        try
        {
            return Parse(code, stored);
        }
        catch (FormatException exception)
        {
            return new() { Kind = RuleKinds.Unknown, Severity = Severity.Note, Fault = exception.Message, Stored = stored };
        }
    }

    /// <summary>Reads the stored form.</summary>
    /// <param name="code">The code of the rule, for the message.</param>
    /// <param name="stored">The stored form.</param>
    /// <exception cref="FormatException">It is not understood; the message names the rule.</exception>
    public static RuleDefinition Parse(string code, string stored)
    {
        try
        {
            using var document = JsonDocument.Parse(stored);
            var json = document.RootElement;
            var type = json.GetProperty("type").GetString();
            var kind = RuleKinds.Find(type) ?? throw new FormatException($"there are no rules of the type '{type}'");
            var severity = json.TryGetProperty("severity", out var stated) ? Domain.Code.Parse<Severity>(stated.GetString() ?? "") : kind.Severity;
            var definition = new RuleDefinition { Kind = kind, Severity = severity };
            foreach (var field in kind.Fields)
            {
                definition = json.TryGetProperty(field.Code, out var value) ? definition.With(field, field.Read(value))
                    : field.Nothing is not null ? definition
                    : throw new FormatException($"'{field.Code}' is missing");
            }

            return definition;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The validation rule '{code}' is not understood: {exception.Message}", exception);
        }
    }

    /// <summary>What stands in a field, or stands for nothing there.</summary>
    /// <exception cref="InvalidOperationException">Nothing stands there, and something must.</exception>
    public T Get<T>(RuleField<T> field)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(field);
        return (T)(Find(field) ?? throw new InvalidOperationException($"'{field.Code}' is not given."));
    }

    /// <summary>What stands in a field, or stands for nothing there; null when something must, and does not.</summary>
    public object? Find(RuleField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Values.GetValueOrDefault(field.Code) ?? field.Nothing;
    }

    /// <summary>The same with another value in a field.</summary>
    /// <param name="field">A field of the kind.</param>
    /// <param name="value">A value of the field's type; null for nothing.</param>
    public RuleDefinition With(RuleField field, object? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        return this with { Values = value is null ? Values.Remove(field.Code) : Values.SetItem(field.Code, value) };
    }

    /// <summary>The stored form.</summary>
    public string ToJson()
    {
        if (Stored is not null) return Stored;
        var json = new JsonObject { ["type"] = Kind.Code, ["severity"] = Domain.Code.Of(Severity) };
        foreach (var field in Kind.Fields)
        {
            if (Find(field) is { } value && field.Write(value) is { } node) json[field.Code] = node;
        }

        return json.ToJsonString();
    }

    /// <summary>The rule that it defines.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="catalogue">Gives the units that rules speak of.</param>
    /// <exception cref="InvalidOperationException">It is not sound.</exception>
    public Rule ToRule(string code, Catalogue catalogue) => Kind.Make(code, this, catalogue) with
    {
        Indicators = [.. Kind.Fields.Where(f => f is IndicatorField or IndicatorsField).SelectMany(f => f.Texts(Find(f)!))],
    };
}

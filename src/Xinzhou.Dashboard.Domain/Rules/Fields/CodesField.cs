using System.Text.Json;
using System.Text.Json.Nodes;

namespace Xinzhou.Dashboard.Domain.Rules.Fields;

/// <summary>A field for several codes of things in the catalogue, in their order.</summary>
/// <param name="Code">The code of the field itself.</param>
public abstract record CodesField(string Code) : RuleField<IReadOnlyList<string>>(Code)
{
    public override object? Nothing => Array.Empty<string>();

    public override object? Parse(IReadOnlyList<string> typed) => typed;

    public override IReadOnlyList<string> Texts(object value) => (IReadOnlyList<string>)value;

    internal override object Read(JsonElement json) =>
        json.EnumerateArray().Select(e => e.GetString() ?? throw new FormatException($"'{Code}' has an empty entry")).ToArray();

    internal override JsonNode? Write(object value) =>
        Texts(value) is { Count: > 0 } codes ? new JsonArray([.. codes.Select(c => (JsonNode)c)]) : null;
}

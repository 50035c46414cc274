using System.Text.Json;
using System.Text.Json.Nodes;

namespace Xinzhou.Dashboard.Domain.Rules.Fields;

/// <summary>A field for one code of something in the catalogue.</summary>
/// <param name="Code">The code of the field itself.</param>
public abstract record CodeField(string Code) : RuleField<string>(Code)
{
    public override object? Parse(IReadOnlyList<string> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed is [{ Length: > 0 } code, ..] ? code : null;
    }

    public override IReadOnlyList<string> Texts(object value) => [(string)value];

    internal override object Read(JsonElement json) => json.GetString() ?? throw new FormatException($"'{Code}' is empty");

    internal override JsonNode? Write(object value) => (string)value;
}

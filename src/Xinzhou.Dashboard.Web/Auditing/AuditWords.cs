using System.Text.Json;

namespace Xinzhou.Dashboard.Web.Auditing;

/// <summary>The words for what the audit log tells of.</summary>
/// <param name="text">The words.</param>
public sealed class AuditWords(IStringLocalizer<AuditWords> text)
{
    /// <summary>审定入库 for <c>return.release</c>; the code itself where there is no word.</summary>
    public string Action(string action)
    {
        var word = text[$"Action-{action}"];
        return word.ResourceNotFound ? action : word;
    }

    /// <summary>The details as pairs of a name and a value, in their order.</summary>
    public IEnumerable<(string Name, string Value)> Details(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? [.. document.RootElement.EnumerateObject().Select(p => (Name: Detail(p.Name), Value: Value(p.Value))).Where(p => p.Value.Length > 0)]
            : [("", Value(document.RootElement))];
    }

    private string Detail(string name)
    {
        var word = text[$"Detail-{name}"];
        return word.ResourceNotFound ? name : word;
    }

    private string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join("；", value.EnumerateArray().Select(Value)),
        // A cell of a return: its address, then what was put into it.
        JsonValueKind.Object => string.Join(" ", value.EnumerateObject()
            .Where(p => p.Value.ValueKind != JsonValueKind.Null && p.Name != "version")
            .Select(p => p.Name is "cell" or "value" or "text" ? Value(p.Value) : $"{Detail(p.Name)} {Value(p.Value)}")),
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}

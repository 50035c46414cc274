using System.Text.Json;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>Holds answers against the description of the API.</summary>
internal static class Described
{
    /// <summary>The name of the schema of an answer.</summary>
    public static string Reference(JsonElement response, string type) =>
        response.GetProperty("content").GetProperty(type).GetProperty("schema").GetProperty("$ref").GetString()!;

    /// <summary>Follows an answer along its schema: same fields, and codes among those allowed.</summary>
    public static void Follow(JsonElement document, string reference, JsonElement answer, string at) =>
        Compare(document, document.GetProperty("components").GetProperty("schemas").GetProperty(reference.Split('/')[^1]), answer, at);

    private static void Compare(JsonElement document, JsonElement schema, JsonElement answer, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Follow(document, reference.GetString()!, answer, at);
        }
        else if (schema.TryGetProperty("oneOf", out var ways) && answer.ValueKind == JsonValueKind.Object)
        {
            Compare(document, ways.EnumerateArray().Single(w => w.TryGetProperty("$ref", out _)), answer, at);
        }
        else if (schema.TryGetProperty("properties", out var properties) && answer.ValueKind == JsonValueKind.Object)
        {
            var (described, found) = (properties.EnumerateObject().Select(p => p.Name), answer.EnumerateObject().Select(p => p.Name));
            Assert.Equal(described.Where(p => p is not ("demonstration" or "refused")).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
            Assert.All(answer.EnumerateObject(), p => Compare(document, properties.GetProperty(p.Name), p.Value, $"{at}.{p.Name}"));
        }
        else if (schema.TryGetProperty("items", out var items) && answer.ValueKind == JsonValueKind.Array)
        {
            Assert.All(answer.EnumerateArray(), a => Compare(document, items, a, $"{at}[]"));
        }
        else if (schema.TryGetProperty("enum", out var allowed))
        {
            Assert.Contains(answer.GetRawText(), allowed.EnumerateArray().Select(a => a.GetRawText()));
        }
    }
}

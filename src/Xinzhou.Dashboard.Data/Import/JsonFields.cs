using System.Text.Json;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>Short forms for reading JSON files; what is missing or of another type throws.</summary>
internal static class JsonFields
{
    /// <exception cref="KeyNotFoundException">The field is missing.</exception>
    /// <exception cref="FormatException">It is null or empty.</exception>
    public static string Text(this JsonElement json, string name) =>
        json.TextOrNull(name) ?? throw new FormatException($"“{name}” is missing or empty.");

    public static string? TextOrNull(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    public static int? NumberOrNull(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetInt32() : null;

    public static bool? FlagOrNull(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetBoolean() : null;

    /// <summary>The elements of a list; none when the field is missing.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    public static string[] Texts(this JsonElement json, string name) => [.. json.List(name).Select(e => e.GetString()!)];
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>Verdicts on their way from the form where they are said to the one where they are signed.</summary>
internal static class SaidVerdicts
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) } };

    /// <summary>Verdicts as a text.</summary>
    public static string Write(IReadOnlyList<VerdictEntry> entries) => JsonSerializer.Serialize(entries, Options);

    /// <summary>The verdicts of a text; null where it says none.</summary>
    public static IReadOnlyList<VerdictEntry>? Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return JsonSerializer.Deserialize<List<VerdictEntry>>(text, Options) is { Count: > 0 } entries && entries.TrueForAll(e => e is { Dimension.Length: > 0 }) ? entries : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

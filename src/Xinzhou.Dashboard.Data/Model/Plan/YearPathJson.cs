using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>The path to a target as JSON: <c>[{"year": 2026, "value": 900}]</c>.</summary>
internal static class YearPathJson
{
    [return: NotNullIfNotNull(nameof(path))]
    public static string? Write(IReadOnlyList<YearPoint>? path) =>
        path is null ? null : JsonSerializer.Serialize(path.Select(p => new Point(p.Year, p.Value)), JsonSerializerOptions.Web);

    /// <exception cref="FormatException">It is not understood here.</exception>
    public static IReadOnlyList<YearPoint>? Read(string? json)
    {
        if (json is null) return null;
        try
        {
            return [.. JsonSerializer.Deserialize<Point[]>(json, JsonSerializerOptions.Web)!.Select(p => new YearPoint(p.Year, p.Value))];
        }
        catch (JsonException unknown)
        {
            throw new FormatException(unknown.Message, unknown);
        }
    }

    private sealed record Point(int Year, decimal Value);
}

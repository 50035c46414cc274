using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>A planned progress as JSON: <c>[{"quarter": "2026-Q2", "percent": 25}]</c>.</summary>
internal static class PlanPathJson
{
    [return: NotNullIfNotNull(nameof(path))]
    public static string? Write(IReadOnlyList<PlanPoint>? path) =>
        path is null ? null : JsonSerializer.Serialize(path.Select(p => new Point(p.Quarter.Code, p.Percent)), JsonSerializerOptions.Web);

    /// <exception cref="FormatException">It is not understood here.</exception>
    public static IReadOnlyList<PlanPoint>? Read(string? json)
    {
        if (json is null) return null;
        try
        {
            return [.. JsonSerializer.Deserialize<Point[]>(json, JsonSerializerOptions.Web)!.Select(p =>
                new PlanPoint(Quarter.Parse(p.Quarter) ?? throw new FormatException($"'{p.Quarter}' is no quarter."), p.Percent))];
        }
        catch (JsonException unknown)
        {
            throw new FormatException(unknown.Message, unknown);
        }
    }

    private sealed record Point(string Quarter, decimal Percent);
}

using System.Text.Json;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>The stored form of a rule: <c>type</c>, optional <c>severity</c>, and the fields of the type.</summary>
internal static class RuleDefinition
{
    /// <exception cref="FormatException">The definition is not understood.</exception>
    public static Rule Parse(string code, string definition, Catalogue catalogue)
    {
        try
        {
            using var document = JsonDocument.Parse(definition);
            var json = document.RootElement;
            var type = Text(json, "type");
            var severity = json.TryGetProperty("severity", out var s) ? Domain.Code.Parse<Severity>(s.GetString()!) : Default(type);
            return type switch
            {
                "parts" => new PartsRule(code, severity, Text(json, "total"), Texts(json, "parts"), Texts(json, "units")),
                "unit_parts" => new UnitPartsRule(code, severity, Text(json, "total"), Text(json, "unit"),
                    [.. catalogue.Counties.Where(c => c.Parent == Text(json, "unit")).Select(c => c.Code)]),
                "share" => new ShareRule(code, severity, Text(json, "share"), Text(json, "part"), Text(json, "total")),
                "gap" => new GapRule(code, severity, Benchmarks(catalogue)),
                "ytd_not_falling" => new YtdNotFallingRule(code, severity),
                "q1_equals_ytd" => new Q1EqualsYtdRule(code, severity),
                "growth_floor" => new GrowthRule(code, severity, json.GetProperty("floor").GetDecimal(), null),
                "growth_bound" => new GrowthRule(code, severity, null, json.GetProperty("bound").GetDecimal()),
                "known_before_period_end" => new KnownBeforeEndRule(code, severity),
                "uom_without_conversion" => new ConvertibleRule(code, severity),
                _ => throw new FormatException($"there is no type '{type}'"),
            };
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The validation rule '{code}' is not understood: {exception.Message}", exception);
        }
    }

    private static Severity Default(string type) =>
        type is "growth_bound" or "known_before_period_end" or "uom_without_conversion" ? Severity.Warning : Severity.Error;

    private static Dictionary<Benchmark, string> Benchmarks(Catalogue catalogue) =>
        new[] { (Benchmark.Province, UnitLevel.Province), (Benchmark.Nation, UnitLevel.Nation) }
            .Select(b => (b.Item1, Unit: catalogue.Units.FirstOrDefault(u => u.Level == b.Item2)))
            .Where(b => b.Unit is not null)
            .ToDictionary(b => b.Item1, b => b.Unit!.Code);

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is empty");

    private static string[] Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : [];
}

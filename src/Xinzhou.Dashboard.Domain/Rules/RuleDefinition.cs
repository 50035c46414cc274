using System.Text.Json;
using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// A rule as data: its type, what breaking it means, and the fields of the type. Stored as JSON, each field by the code of
/// its <see cref="RuleField"/>. What a definition may say is checked by <see cref="RuleCheck"/>.
/// </summary>
public sealed record RuleDefinition
{
    public required RuleType Type { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The code of the indicator of the total.</summary>
    public string? Total { get; init; }

    /// <summary>The codes of the indicators of the parts.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>The codes of the units that the rule is limited to; empty: all.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>The code of the unit whose parts are the counties below it.</summary>
    public string? Unit { get; init; }

    /// <summary>The code of the indicator of the share.</summary>
    public string? Share { get; init; }

    /// <summary>The code of the indicator of the part.</summary>
    public string? Part { get; init; }

    /// <summary>A growth rate must be greater, in %.</summary>
    public decimal? Floor { get; init; }

    /// <summary>The greatest magnitude allowed.</summary>
    public decimal? Bound { get; init; }

    /// <summary>The fewest changes that a series must have.</summary>
    public int? Least { get; init; }

    /// <summary>How far from the usual a change must be, in percentage points.</summary>
    public decimal? Margin { get; init; }

    /// <summary>The fields of a type, in the order they are asked for.</summary>
    public static IReadOnlyList<RuleField> FieldsOf(RuleType type) => type switch
    {
        RuleType.Parts => [RuleField.Total, RuleField.Parts, RuleField.Units],
        RuleType.UnitParts => [RuleField.Total, RuleField.Unit],
        RuleType.Share => [RuleField.Share, RuleField.Part, RuleField.Total],
        RuleType.GrowthFloor => [RuleField.Floor],
        RuleType.GrowthBound => [RuleField.Bound],
        RuleType.ChangeOutlier => [RuleField.Bound, RuleField.Least, RuleField.Margin],
        _ => [],
    };

    /// <summary>What breaking a rule of a type means where its definition does not say.</summary>
    public static Severity DefaultSeverity(RuleType type) =>
        type is RuleType.GrowthBound or RuleType.ChangeOutlier or RuleType.KnownBeforePeriodEnd or RuleType.UomWithoutConversion
            ? Severity.Warning
            : Severity.Error;

    /// <summary>Reads the stored form.</summary>
    /// <param name="code">The code of the rule, for the message.</param>
    /// <param name="definition">JSON: <c>type</c>, optional <c>severity</c>, and the fields of the type.</param>
    /// <exception cref="FormatException">It is not understood; the message names the rule.</exception>
    public static RuleDefinition Parse(string code, string definition)
    {
        try
        {
            using var document = JsonDocument.Parse(definition);
            var json = document.RootElement;
            var type = Domain.Code.Parse<RuleType>(json.GetProperty("type").GetString() ?? "");
            var fields = FieldsOf(type);
            return new()
            {
                Type = type,
                Severity = json.TryGetProperty("severity", out var severity) ? Domain.Code.Parse<Severity>(severity.GetString() ?? "") : DefaultSeverity(type),
                Total = Text(RuleField.Total),
                Parts = Texts(RuleField.Parts),
                Units = Texts(RuleField.Units),
                Unit = Text(RuleField.Unit),
                Share = Text(RuleField.Share),
                Part = Text(RuleField.Part),
                Floor = Find(RuleField.Floor)?.GetDecimal(),
                Bound = Find(RuleField.Bound)?.GetDecimal(),
                Least = Find(RuleField.Least)?.GetInt32(),
                Margin = Find(RuleField.Margin)?.GetDecimal(),
            };

            JsonElement? Find(RuleField field) => !fields.Contains(field) ? null
                : json.TryGetProperty(Domain.Code.Of(field), out var value) ? value
                : field is RuleField.Parts or RuleField.Units ? null
                : throw new FormatException($"'{Domain.Code.Of(field)}' is missing");

            string? Text(RuleField field) => Find(field) is { } value
                ? value.GetString() ?? throw new FormatException($"'{Domain.Code.Of(field)}' is empty")
                : null;

            string[] Texts(RuleField field) => Find(field) is { } list
                ? [.. list.EnumerateArray().Select(e => e.GetString() ?? throw new FormatException($"'{Domain.Code.Of(field)}' has an empty entry"))]
                : [];
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The validation rule '{code}' is not understood: {exception.Message}", exception);
        }
    }

    /// <summary>The stored form.</summary>
    public string ToJson()
    {
        var json = new JsonObject { ["type"] = Domain.Code.Of(Type), ["severity"] = Domain.Code.Of(Severity) };
        foreach (var field in FieldsOf(Type))
        {
            JsonNode? value = field switch
            {
                RuleField.Total => Total,
                RuleField.Parts => List(Parts),
                RuleField.Units => Units.Count == 0 ? null : List(Units),
                RuleField.Unit => Unit,
                RuleField.Share => Share,
                RuleField.Part => Part,
                RuleField.Floor => Floor,
                RuleField.Bound => Bound,
                RuleField.Least => Least,
                _ => Margin,
            };
            if (value is not null) json[Domain.Code.Of(field)] = value;
        }

        return json.ToJsonString();

        static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
    }

    /// <summary>The rule that it defines.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="catalogue">Gives the units that rules speak of.</param>
    public Rule ToRule(string code, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return Type switch
        {
            RuleType.Parts => new PartsRule(code, Severity, Total!, Parts, Units),
            RuleType.UnitParts => new UnitPartsRule(code, Severity, Total!, Unit!, [.. PartsOf(Unit!, catalogue).Select(c => c.Code)]),
            RuleType.Share => new ShareRule(code, Severity, Share!, Part!, Total!),
            RuleType.Gap => new GapRule(code, Severity, Benchmarks(catalogue)),
            RuleType.YtdNotFalling => new YtdNotFallingRule(code, Severity),
            RuleType.Q1EqualsYtd => new Q1EqualsYtdRule(code, Severity),
            RuleType.GrowthFloor => new GrowthRule(code, Severity, Floor, null),
            RuleType.GrowthBound => new GrowthRule(code, Severity, null, Bound),
            RuleType.ChangeOutlier => new ChangeOutlierRule(code, Severity, Bound!.Value, Least!.Value, Margin!.Value),
            RuleType.KnownBeforePeriodEnd => new KnownBeforeEndRule(code, Severity),
            RuleType.UomWithoutConversion => new ConvertibleRule(code, Severity),
            _ => throw new InvalidOperationException($"There is no rule of the type {Type}."),
        };
    }

    /// <summary>The counties that add to a unit.</summary>
    internal static IEnumerable<StatisticalUnit> PartsOf(string unit, Catalogue catalogue) => catalogue.Counties.Where(c => c.Parent == unit);

    private static Dictionary<Benchmark, string> Benchmarks(Catalogue catalogue) =>
        new[] { (Benchmark.Province, UnitLevel.Province), (Benchmark.Nation, UnitLevel.Nation) }
            .Select(b => (b.Item1, Unit: catalogue.Units.FirstOrDefault(u => u.Level == b.Item2)))
            .Where(b => b.Unit is not null)
            .ToDictionary(b => b.Item1, b => b.Unit!.Code);
}

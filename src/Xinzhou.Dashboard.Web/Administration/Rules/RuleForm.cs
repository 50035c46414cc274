using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Administration.Rules;

/// <summary>What is typed of a rule, as it was typed.</summary>
public sealed record RuleForm
{
    public string Code { get; init; } = "";

    public Severity Severity { get; init; }

    public string? Total { get; init; }

    public IReadOnlyList<string> Parts { get; init; } = [];

    public IReadOnlyList<string> Units { get; init; } = [];

    public string? Unit { get; init; }

    public string? Share { get; init; }

    public string? Part { get; init; }

    public string? Floor { get; init; }

    public string? Bound { get; init; }

    public string? Least { get; init; }

    public string? Margin { get; init; }

    public string? Reason { get; init; }

    /// <summary>The number of the version that was seen; null for a new rule.</summary>
    public long? Seen { get; init; }

    /// <summary>A form filled with a definition.</summary>
    public static RuleForm Of(string code, RuleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new()
        {
            Code = code,
            Severity = definition.Severity,
            Total = definition.Total,
            Parts = definition.Parts,
            Units = definition.Units,
            Unit = definition.Unit,
            Share = definition.Share,
            Part = definition.Part,
            Floor = Text(definition.Floor),
            Bound = Text(definition.Bound),
            Least = Text(definition.Least),
            Margin = Text(definition.Margin),
        };
    }

    /// <summary>Reads what was sent; a severity that does not exist is that of the type.</summary>
    public static RuleForm Read(IFormCollection form, RuleType type)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new()
        {
            Code = One("code") ?? "",
            Severity = Domain.Code.TryParse<Severity>(form["severity"], out var severity) ? severity : RuleDefinition.DefaultSeverity(type),
            Total = One("total"),
            Parts = Many(form["parts"]),
            Units = Many(form["units"]),
            Unit = One("unit"),
            Share = One("share"),
            Part = One("part"),
            Floor = One("floor"),
            Bound = One("bound"),
            Least = One("least"),
            Margin = One("margin"),
            Reason = One("reason"),
            Seen = long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null,
        };

        string? One(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>What is meant; what is no number is missing.</summary>
    public RuleDefinition Definition(RuleType type)
    {
        var fields = RuleDefinition.FieldsOf(type);
        return new()
        {
            Type = type,
            Severity = Severity,
            Total = Has(RuleField.Total) ? Total : null,
            Parts = Has(RuleField.Parts) ? Parts : [],
            Units = Has(RuleField.Units) ? Units : [],
            Unit = Has(RuleField.Unit) ? Unit : null,
            Share = Has(RuleField.Share) ? Share : null,
            Part = Has(RuleField.Part) ? Part : null,
            Floor = Has(RuleField.Floor) ? Number(Floor) : null,
            Bound = Has(RuleField.Bound) ? Number(Bound) : null,
            Least = Has(RuleField.Least) && Number(Least) is { } least && least == decimal.Truncate(least) && Math.Abs(least) < 1_000_000 ? (int)least : null,
            Margin = Has(RuleField.Margin) ? Number(Margin) : null,
        };

        bool Has(RuleField field) => fields.Contains(field);
    }

    // As it may be typed with a Chinese input method: −１００％.
    private static decimal? Number(string? text) =>
        decimal.TryParse(
            text?.Normalize(NormalizationForm.FormKC).Replace('−', '-').Trim().TrimEnd('%'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string[] Many(StringValues texts) => [.. texts.OfType<string>().Select(t => t.Trim()).Where(t => t.Length > 0)];
}

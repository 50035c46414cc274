using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Xinzhou.Dashboard.Benchmarks.Machine;

/// <summary>What a workload gave: a line a contender.</summary>
/// <param name="title">What was measured.</param>
/// <param name="columns">What is told of each contender, with its unit.</param>
internal sealed class Table(string title, params string[] columns)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<(string Name, Spread?[] Cells, string[] Ratios)> _lines = [];

    /// <summary>Tasks that ran or waited, at the end.</summary>
    public string Load { get; set; } = "";

    /// <summary>How much of the processors others had meanwhile, in %; null where that was not counted.</summary>
    public double? Others { get; set; }

    /// <summary>Adds a line.</summary>
    /// <param name="name">The contender.</param>
    /// <param name="ratios">How it stands to others, in words.</param>
    /// <param name="cells">In the order of the columns; null for what was not measured.</param>
    public void Add(string name, IEnumerable<string> ratios, params Spread?[] cells) => _lines.Add((name, cells, [.. ratios]));

    /// <summary>As a table of Markdown, for people.</summary>
    public string ToMarkdown()
    {
        var hasRatios = _lines.Any(l => l.Ratios.Length > 0);
        string[] heads = ["", .. columns, .. hasRatios ? new[] { "against" } : []];
        var text = new StringBuilder().AppendLine(title).AppendLine();
        text.AppendLine(Line(heads)).AppendLine(Line(heads.Select((_, i) => i == 0 || (hasRatios && i == heads.Length - 1) ? "---" : "---:")));
        foreach (var (name, cells, ratios) in _lines)
        {
            text.AppendLine(Line([name, .. cells.Select(c => c?.ToString() ?? "–"), .. hasRatios ? new[] { string.Join("; ", ratios) } : []]));
        }

        text.AppendLine().Append(CultureInfo.InvariantCulture, $"Median (lowest–highest). Load {Load}");
        return Others is { } others ? text.Append(CultureInfo.InvariantCulture, $"; others had {others:F0} % of the processors.").ToString() : text.Append('.').ToString();
    }

    /// <summary>The same for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            title,
            at = DateTimeOffset.UtcNow,
            machine = Computer.Describe(),
            load = Load,
            othersPercent = Others is { } others ? Math.Round(others, 1) : (double?)null,
            lines = _lines.Select(l => new
            {
                l.Name,
                values = columns.Zip(l.Cells).ToDictionary(c => c.First, c => c.Second),
                against = l.Ratios,
            }),
        }, Format);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}

using System.Text.Json.Serialization;

namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>One shape on the canvas.</summary>
/// <param name="Value">From, to (milliseconds), value, second value: see <see cref="ChartMark"/>.</param>
/// <param name="Shape">What to draw.</param>
/// <param name="Colour">Its line.</param>
public sealed record ChartItem(IReadOnlyList<decimal> Value, MarkShape Shape, string Colour)
{
    public string? Fill { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Dashed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Pale { get; init; }

    public string? Label { get; init; }

    public string? Beside { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public LabelSide Side { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Key { get; init; }

    /// <summary>Where the label stands, if not over the middle: milliseconds.</summary>
    public decimal? At { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Small { get; init; }

    /// <summary>The lines of the tooltip.</summary>
    public IReadOnlyList<string>? Tip { get; init; }

    public string? Href { get; init; }
}

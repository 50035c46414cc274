using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>
/// What the canvas is given, in the words of ECharts. What JSON cannot say is completed in chart.mjs: a text that begins
/// with -- names a colour of the style sheet, the shapes are drawn there, and the texts of an axis stand beside its values.
/// </summary>
public sealed record ChartOption(ChartGrid Grid, ChartAxis XAxis, ChartAxis YAxis, IReadOnlyList<ChartItems> Series)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Wheel and handles to look closer; only for long series.</summary>
    public IReadOnlyList<ChartZoom>? DataZoom { get; init; }

    public bool UseUTC { get; init; } = true;

    /// <summary>The option of a scene.</summary>
    /// <param name="scene">The chart.</param>
    /// <param name="frame">Its margins, in px.</param>
    /// <param name="tip">What is said about a figure: its lines, the first as heading.</param>
    public static ChartOption Of(ChartScene scene, ChartFrame frame, Func<ChartMark, IReadOnlyList<string>> tip)
    {
        var years = scene.Time.Years.ToList();
        return new(
            new(frame.Left, frame.Top, frame.Right, frame.Bottom),
            new("time", Milliseconds(scene.Time.From), Milliseconds(scene.Time.To),
                new([.. years.Select(y => Milliseconds(TimeScale.MiddleOf(y)))], [.. years.Select(y => $"{y}")]),
                [.. years.Select(y => Milliseconds(new DateOnly(y, 1, 1).DayNumber)), Milliseconds(scene.Time.To)]),
            new("value", scene.Values.Low, scene.Values.High,
                new(scene.Values.Ticks, [.. scene.Values.Ticks.Select(ChartFrame.Tick)]),
                scene.Values.Ticks),
            [new([.. scene.Marks.Select(m => Item(m, tip))])])
        {
            DataZoom = frame.Zoom ? [new("inside"), new("slider")] : null,
        };
    }

    /// <summary>The option as JSON, Chinese as itself.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static ChartItem Item(ChartMark mark, Func<ChartMark, IReadOnlyList<string>> tip) =>
        new([Milliseconds(mark.X), Milliseconds(mark.X2), mark.Y, mark.Y2], mark.Shape, mark.Colour)
        {
            Fill = mark.Fill,
            Dashed = mark.Dashed,
            Pale = mark.Pale,
            Label = mark.Label,
            Beside = mark.Beside,
            Side = mark.Side,
            At = mark.LabelX == (mark.X + mark.X2) / 2 ? null : Milliseconds(mark.LabelX),
            Small = mark.Small,
            Key = mark.KeyLabel,
            Tip = mark.Point is null && mark.Shape != MarkShape.Gap ? null : tip(mark),
            Href = mark.Point?.Href,
        };

    private static decimal Milliseconds(decimal day) => Math.Round((day - Epoch) * 86_400_000);
}

namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>
/// A chart of series over true time, with its words, its key, its table and its picture. It is drawn here; chart.js adds
/// tooltips, a closer look and the picture. Growth and level are two charts.
/// </summary>
public sealed partial class SeriesChart
{
    private ChartScene? scene;
    private ChartFrame? frame;
    private IReadOnlyList<KeyEntry> key = [];
    private string? sentence;

    /// <summary>For links and for what the browser keeps apart: <c>level</c>, <c>growth</c>. Once on a page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>What is shown: 绝对额.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Unit and basis: 亿元，现价.</summary>
    [Parameter, EditorRequired]
    public required string Unit { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartSeries> Series { get; set; }

    /// <summary>Periods known to be missing.</summary>
    [Parameter]
    public IReadOnlyList<ChartGap> Gaps { get; set; } = [];

    /// <summary>Years to be marked; they lengthen the time axis.</summary>
    [Parameter]
    public IReadOnlyList<ChartMilestone> Milestones { get; set; } = [];

    /// <summary>Where values to come may lie; each is told in words by the points that stand in it.</summary>
    [Parameter]
    public IReadOnlyList<ChartBand> Bands { get; set; } = [];

    /// <summary>Whose figures these are, the first words of the text alternative and of the picture: 忻州市地区生产总值.</summary>
    [Parameter]
    public string? Subject { get; set; }

    /// <summary>Where the figures come from, for the foot of the picture.</summary>
    [Parameter]
    public string? SourceLine { get; set; }

    /// <summary>Name of the downloaded picture, without ending; the Id if left out.</summary>
    [Parameter]
    public string? FileName { get; set; }

    /// <summary>Height of the drawing, px.</summary>
    [Parameter]
    public int Height { get; set; } = 286;

    /// <summary>False for stocks whose changes are small against their size: the value axis then need not hold zero, and there are no stems.</summary>
    [Parameter]
    public bool FromZero { get; set; } = true;

    /// <summary>Links to the same figures as CSV and XLSX.</summary>
    [Parameter]
    public RenderFragment? Downloads { get; set; }

    /// <summary>Notes under the key.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What the picture says of the day and of the platform.</summary>
    private string Notice
    {
        get
        {
            var day = Text["PictureFoot", Address.AsOf.Text].Value;
            return Store.Current.Demonstration ? $"{Text["Demonstration"]} {day}" : day;
        }
    }

    protected override void OnParametersSet()
    {
        scene = ChartScene.Of(Series, Gaps, Milestones, FromZero, Bands);
        if (scene is null)
        {
            return;
        }

        frame = ChartFrame.Of(scene, Height);
        key = ChartKey.Of(Series, scene, Text);
        sentence = Sentence();
    }

    /// <summary>The lines of a tooltip: period; series and value; marks; vintage; source.</summary>
    private IReadOnlyList<string> Tip(ChartMark mark)
    {
        if (mark.Point is not { } point)
        {
            return [mark.Series ?? "", mark.Beside ?? ""];
        }

        string?[] lines =
        [
            point.PeriodLabel,
            Series.Count > 1 ? Text["NameAndValue", mark.Series ?? "", point.ValueText] : point.ValueText,
            Kind(point),
            point.VintageText,
            point.SourceText,
        ];
        return [.. lines.OfType<string>().Where(l => l.Length > 0)];
    }

    private string? Kind(ChartPoint point) => point switch
    {
        { Target: true } => Text["Target"].Value,
        { Forecast: true, Past: true } => Text["PastForecast"].Value,
        { Forecast: true } => Text["Forecast"].Value,
        { Predicted: true } => Text["Predicted"].Value,
        { KindUnstated: true } => Text["KindUnstated"].Value,
        { Unverified: true } => Text["Unverified"].Value,
        { Provisional: true } => Text["Provisional"].Value,
        _ => null,
    };

    /// <summary>The months that a period is long; 0 for a moment.</summary>
    private static int Months(ChartPoint point) => point.Start == point.End ? 0 : (point.End.Year - point.Start.Year) * 12 + point.End.Month - point.Start.Month + 1;

    /// <summary>Periods of one length by their name: 全年, 上半年; those that do not begin with the year by their months.</summary>
    private string Span(ChartPoint point, int months) => point.Start is { Month: 1, Day: 1 } && months is > 1 and <= 12
        ? Period.Ytd(point.Start.Year, months).Label(Languages.IsEnglish)
        : Text["OfMonths", months];

    /// <summary>
    /// The chart in words, by rule: what, from when to when, first, last, lowest, highest of what has happened; then, each by
    /// its own word, what is expected and aimed at; what is missing.
    /// </summary>
    private string Sentence()
    {
        var what = $"{Subject}{(Subject is null ? "" : Text["Comma"])}{Title}";
        var parts = new List<string> { Unit.Length > 0 ? Text["About", what, Unit] : Text["AboutCounted", what] };
        foreach (var series in Series.Where(s => s.Points.Count > 0))
        {
            var points = series.Points.Where(p => p.IsActual).OrderBy(p => p.End).ThenBy(p => p.Start).ToList();
            var name = Series.Count > 1 ? series.Name : "";
            if (points.Count > 0)
            {
                var (first, last) = (points[0], points[^1]);
                parts.Add(points.Count switch
                {
                    1 => Text["One", name, first.PeriodLabel, In(first)],
                    2 => Text["Two", name, first.PeriodLabel, In(first), last.PeriodLabel, In(last)],
                    _ => Text["Many", name, points.Count.ToString(CultureInfo.InvariantCulture), first.PeriodLabel, In(first), last.PeriodLabel, In(last),
                        Ends(series.Accumulates, points)],
                });
            }

            if (points.Count(p => p.Provisional) is > 0 and var provisional)
            {
                parts.Add(Text["OfWhichProvisional", provisional]);
            }

            if (points.Count(p => p.Unverified) is > 0 and var unverified)
            {
                parts.Add(Text["OfWhichUnverified", unverified]);
            }

            if (series.Form == ChartForm.Trace)
            {
                parts.Add(Text["Trace", series.Name]);
                continue;
            }

            foreach (var point in series.Points.Where(p => !p.IsActual).OrderBy(p => p.End).ThenBy(p => p.Start))
            {
                parts.Add(Text["Said", name, point.PeriodLabel, Kind(point)!, In(point)]);
            }
        }

        if (Gaps.Count > 0)
        {
            parts.Add(Text["Missing", string.Join(Text["ListComma"], Gaps.Select(g => g.Label))]);
        }

        return string.Concat(parts);

        static string In(ChartPoint point) => point.ConvertedText ?? point.ValueText;

        // What adds up over three months is not lower than what does over twelve: one length of period is judged, and named.
        string Ends(bool accumulates, List<ChartPoint> points)
        {
            if (!accumulates || points.Select(Months).Distinct().Count() == 1)
            {
                return LowestAndHighest("", points);
            }

            var alike = points.GroupBy(Months).OrderByDescending(g => g.Key == 12 && g.Count() > 1).ThenByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();
            return alike.Count() == 1 ? Text["NoneAlike"] : LowestAndHighest(Text["Among", Span(alike.First(), alike.Key)], [.. alike]);
        }

        string LowestAndHighest(string among, List<ChartPoint> points)
        {
            var (lowest, highest) = (points.MinBy(p => p.Value)!, points.MaxBy(p => p.Value)!);
            return Text["LowestAndHighest", among, Alike(points, lowest), In(lowest), Alike(points, highest), In(highest)];
        }

        // Of equals none is the lowest alone.
        string Alike(List<ChartPoint> points, ChartPoint end) =>
            points.Count(p => p.Value == end.Value) is > 1 and var count ? Text["Tied", end.PeriodLabel, count] : end.PeriodLabel;
    }
}

namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>What the shapes of a chart mean; only those that occur. The same under the chart and in its picture.</summary>
public static class ChartKey
{
    /// <summary>The entries of a chart, the series first.</summary>
    public static IReadOnlyList<KeyEntry> Of(IReadOnlyList<ChartSeries> series, ChartScene scene, IStringLocalizer text)
    {
        bool Has(Func<ChartPoint, bool> which) => scene.Marks.Any(m => m.Point is not null && which(m.Point));

        var entries = new List<KeyEntry>();
        foreach (var one in series.Where(s => s.Points.Count > 0 && (series.Count > 1 || s.Tone.IsBenchmark())))
        {
            entries.Add(new(SymbolOf(one), ChartScene.ColourOf(one.Tone), one.Name));
        }

        if (scene.Marks.FirstOrDefault(m => m is { Shape: MarkShape.Bar, Pale: true, Point.IsActual: true }) is { } pale)
        {
            if (series.Count == 1 && Names(scene, pale: false) is [var whole])
            {
                entries.Add(new(KeySymbol.Bar, pale.Colour, whole));
            }

            entries.Add(new(KeySymbol.PaleBar, pale.Colour, PartsOfYear(scene, text)));
        }

        if (Has(p => p.Provisional))
        {
            entries.Add(new(KeySymbol.Provisional, "--d1", text["ProvisionalKey"]));
        }

        if (Has(p => p.Unverified))
        {
            entries.Add(new(KeySymbol.Hollow, "--d1", text["UnverifiedKey"]));
        }

        if (Has(p => p.KindUnstated))
        {
            entries.Add(new(KeySymbol.Hollow, "--ink-3", text["KindUnstated"]));
        }

        if (Has(p => p is { Forecast: true, Past: false }))
        {
            entries.Add(new(KeySymbol.Hollow, "--d2", text["Forecast"]));
        }

        if (Has(p => p is { Forecast: true, Past: true }))
        {
            entries.Add(new(KeySymbol.Hollow, "--d2", text["PastForecast"]));
        }

        if (Has(p => p.Target) || scene.Marks.Any(m => m is { Shape: MarkShape.Milestone, Beside: not null }))
        {
            entries.Add(new(KeySymbol.Diamond, "--ink", text["Target"]));
        }

        if (scene.Bands.Count > 0)
        {
            entries.Add(new(KeySymbol.Band, "--d1", text["BandKey", string.Join(text["ListComma"], scene.Bands.Select(b => $"{b.Level}%").Reverse())]));
        }

        if (scene.Marks.FirstOrDefault(m => m.Shape == MarkShape.Span) is { } span && !entries.Any(e => e.Symbol == KeySymbol.Span))
        {
            entries.Add(new(KeySymbol.Span, span.Colour, text["SpanKey"]));
        }

        if (scene.Marks.Any(m => m.Shape == MarkShape.Gap))
        {
            entries.Add(new(KeySymbol.Gap, "--line", text["GapKey"]));
        }

        return entries;
    }

    private static KeySymbol SymbolOf(ChartSeries series) => series switch
    {
        { Tone: ChartTone.Benchmark } => KeySymbol.Square,
        { Tone: ChartTone.Nation } => KeySymbol.Triangle,
        _ when series.Points.All(ChartScene.IsOfSeveralYears) => KeySymbol.Span,
        { Form: ChartForm.Diamond } => KeySymbol.Diamond,
        { Form: ChartForm.Trace } => KeySymbol.Trace,
        _ when series.Points.All(p => p.Predicted) => KeySymbol.Hollow,
        { Form: ChartForm.Bars } => KeySymbol.Bar,
        _ => KeySymbol.Dot,
    };

    /// <summary>The periods of the pale bars, as they are called: 上半年、前三季度.</summary>
    private static string PartsOfYear(ChartScene scene, IStringLocalizer text)
    {
        var names = Names(scene, pale: true);
        return names.Count is > 0 and <= 3 ? string.Join(text["ListComma"], names) : text["PartOfYear"];
    }

    private static List<string> Names(ChartScene scene, bool pale) =>
        [.. scene.Marks.Where(m => m.Shape == MarkShape.Bar && m.Pale == pale && m.Point!.IsActual).Select(m => m.Point!.ShortLabel).OfType<string>().Distinct()];
}

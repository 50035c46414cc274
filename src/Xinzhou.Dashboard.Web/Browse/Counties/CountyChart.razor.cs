using Xinzhou.Dashboard.Web.Charts;

namespace Xinzhou.Dashboard.Web.Browse.Counties;

public sealed partial class CountyChart
{
    private const int Height = 168;

    private Figure[] drawn = [];
    private int[] missing = [];
    private ChartScene? scene;
    private ChartFrame? frame;

    /// <summary>Once on a page.</summary>
    [Parameter, EditorRequired] public required string Id { get; set; }

    /// <summary>What is drawn: 绝对额 亿元.</summary>
    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>The unit of the axis.</summary>
    [Parameter, EditorRequired] public required UnitScale Unit { get; set; }

    /// <summary>Figures of one series. Full years and year-ends are drawn, in the unit of the series.</summary>
    [Parameter, EditorRequired] public required IEnumerable<Figure> Figures { get; set; }

    /// <summary>The years of the axis: level and growth share one.</summary>
    [Parameter, EditorRequired] public required (int First, int Last) Years { get; set; }

    private string Sentence
    {
        get
        {
            var said = drawn.Select(f => Text[
                IsUnverified(f) ? "UnverifiedPoint" : "Point",
                f.Scope.Length > 0 ? Text["PeriodAndScope", Names.Period(f), Glosses.With(f.Scope)].Value : Names.Period(f), CountyWords.Of(f, UnitOf(f)), f.Series.Measure == Measure.Yoy ? "" : UnitOf(f).Name].Value.TrimEnd());
            var sentence = Text["About", Title, string.Join(Text["Comma"], said)].Value;
            return missing.Length == 0 ? sentence : sentence + Text["Missing", string.Join(Text["Comma"], missing)];
        }
    }

    protected override void OnParametersSet()
    {
        var yearly = Figures.Where(f => CountySubject.IsYearly(f.Period)).ToArray();
        drawn = [.. yearly.Where(f => Published.Of(f) is not null).OrderBy(f => f.Period.End)];
        (scene, frame, missing) = (null, null, []);
        if (drawn.Length == 0)
        {
            return;
        }

        var years = yearly.Select(f => f.Period.End!.Value.Year).ToHashSet();
        missing = [.. Enumerable.Range(Years.First, Years.Last - Years.First + 1).Where(y => !years.Contains(y))];
        var flow = drawn[0].Series is { Measure: Measure.Level, Indicator.Type: IndicatorType.Flow };
        var series = new ChartSeries
        {
            Name = Names.Of(drawn[0].Series.Unit),
            Form = flow ? ChartForm.Bars : ChartForm.Dots,
            Points = [.. drawn.Select(Point)],
        };
        var gaps = missing.Select(y => new ChartGap(new(y, 1, 1), new(y, 12, 31), $"{y}", Text["NotObtained"]));
        scene = ChartScene.Of([series], [.. gaps], [], fromZero: true);
        frame = scene is null ? null : ChartFrame.Of(scene, Height);
    }

    private KeyEntry[] UnverifiedKey => [new(KeySymbol.Hollow, ChartScene.ColourOf(ChartTone.City), Words["UnverifiedKey"])];

    private bool HasUnverified => drawn.Any(IsUnverified);

    private static bool IsUnverified(Figure figure) => figure.Reliability == Reliability.SelfMedia;

    private static decimal Rounded(Figure figure) => CountyWords.IsRounded(figure)
        ? Math.Round(Published.Of(figure)!.Value, 0, MidpointRounding.AwayFromZero)
        : Published.Of(figure)!.Value;

    /// <summary>The axis's, or that of a figure that is published in another.</summary>
    private UnitScale UnitOf(Figure figure) => figure.Uom == figure.Series.Uom ? Unit : UnitScale.Of(figure);

    private ChartPoint Point(Figure figure) => new()
    {
        Start = figure.Period.Start!.Value,
        End = figure.Period.End!.Value,
        Value = Unit.Scaled(Rounded(figure)),
        PeriodLabel = Names.Period(figure),
        ValueText = figure.Uom == figure.Series.Uom ? CountyWords.Of(figure, Unit) : Unit.Number(Published.Of(figure)!.Value),
        ShortLabel = figure.Scope.Length > 0 ? figure.Scope : null,
        Provisional = figure.Scope.Length > 0,
        Unverified = IsUnverified(figure),
        ScopeKey = figure.Scope,
    };
}

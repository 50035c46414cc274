using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The words for what is known about a figure besides its value, in the language of the page.</summary>
/// <param name="text">The words.</param>
/// <param name="grades">The words of reliability.</param>
public sealed class FigureWords(IStringLocalizer<FigureWords> text, IStringLocalizer<ReliabilityWords> grades)
{
    private const string Unified = "统一核算";

    /// <summary>快报数, 初步核算数, …</summary>
    public string Stage(Stage stage) => text[$"Stage{stage}"];

    /// <summary>
    /// The stage of a figure. 初步核算数 is what its source calls so, as accounts are: any other first figure, a count of
    /// enterprises, is 初步数.
    /// </summary>
    public string Stage(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Stage == Domain.Indicators.Stage.Preliminary && !figure.VintageLabel.Contains("初步核算", StringComparison.Ordinal)
            ? text["StagePreliminaryOther"]
            : Stage(figure.Stage);
    }

    /// <summary>True where the label of the vintage is the source's: its sentence says so. Else who recorded the figure gave it.</summary>
    public static bool IsOfSource(Figure figure) =>
        figure.VintageLabel.Length > 0 && figure.Quote?.Contains(figure.VintageLabel, StringComparison.Ordinal) == true;

    /// <summary>
    /// The vintage as it was labelled when it was recorded, else the stage; also where the label only repeats what kind of
    /// figure it is (预计), which is said beside it. Whether the accounts are the higher level's is said where the label does not.
    /// </summary>
    public string Vintage(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var words = figure.VintageLabel.Length > 0 && !Languages.IsEnglish && figure.VintageLabel.TrimEnd('数', '值') != Kind(figure.Kind).TrimEnd('数', '值')
            ? figure.VintageLabel
            : Stage(figure);
        return !figure.UnifiedAccounting || words.Contains(Unified, StringComparison.Ordinal) ? words
            : figure.Stage == Domain.Indicators.Stage.Unstated && figure.VintageLabel.Contains(Unified, StringComparison.Ordinal) ? text["Unified"]
            : text["StageAndUnified", words, text["Unified"].Value];
    }

    /// <summary>绝对额, 时点数, 同比, 与全省之差, …</summary>
    public string Measure(Series series) => series.Measure switch
    {
        Domain.Indicators.Measure.Level => text[$"Level{series.Indicator.Type}"],
        Domain.Indicators.Measure.Gap => text[$"Gap{series.Benchmark}"],
        _ => text[$"Measure{series.Measure}"],
    };

    /// <summary>What the values of an indicator are beside its growth: 绝对额, 时点数, 占比, 指数.</summary>
    public string MainMeasure(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Type == IndicatorType.Ratio ? text[$"Measure{Domain.Indicators.Measure.Share}"] : text[$"Level{indicator.Type}"];
    }

    /// <summary>实际数, 预计, 目标, 未载明.</summary>
    public string Kind(ValueKind kind) => text[$"Kind{kind}"];

    /// <summary>The same; of a forecast whose time has passed 曾预计.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="today">The day that the page speaks from.</param>
    public string Kind(Figure figure, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Kind == ValueKind.Forecast && figure.Period.End < today ? text["KindPastForecast"] : Kind(figure.Kind);
    }

    /// <summary>The period of a figure; what has not happened says so: 2026年全年（预计）.</summary>
    public string PeriodAndKind(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return PeriodAndKind(Names.Period(figure), figure.Kind);
    }

    /// <summary>The same of what is computed from figures of a kind.</summary>
    /// <param name="period">The name of its period.</param>
    /// <param name="kind">The kind of the figures.</param>
    public string PeriodAndKind(string period, ValueKind kind) =>
        kind is ValueKind.Forecast or ValueKind.Target ? text["PeriodAndKind", period, Kind(kind)] : period;

    /// <summary>流量（累计）, 存量（时点）, 比率, 指数.</summary>
    public string Type(IndicatorType type) => text[$"Type{type}"];

    public string Direction(Direction direction) => text[$"Direction{direction}"];

    /// <summary>不变价, 现价, or that the source does not say.</summary>
    public string Prices(PriceBasis? basis) => text[$"Prices{basis?.ToString() ?? "Unstated"}"];

    /// <summary>官方发布, 转载, 自媒体, …</summary>
    public string Grade(Reliability reliability) => grades[reliability.ToString()];

    /// <summary>What the grade means.</summary>
    public string GradeMeans(Reliability reliability) => grades[$"{reliability}Means"];

    /// <summary>How it is known from when the figure was known, as a sentence.</summary>
    public string KnownBasis(KnownFromBasis basis) => text[$"Known{basis}"];

    /// <summary>
    /// The day from which the figure was known: 2023-08-18; 2023-08（仅知月份） where only the month is; 入库时 where the day of
    /// publication is not stated. What a return released is known from its release.
    /// </summary>
    public string KnownShort(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.IsDayUnstated ? text["AtRecording"]
            : IsKnownToMonth(figure) ? text["MonthOnly", KnownDate(figure)]
            : KnownDate(figure);
    }

    /// <summary>The same as a date alone: 2023-08 where only the month is known.</summary>
    public static string KnownDate(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return IsKnownToMonth(figure) ? Shanghai.DayOf(figure.KnownFrom).ToString("yyyy-MM", CultureInfo.InvariantCulture) : Day(figure.KnownFrom);
    }

    /// <summary>How the moment is known from which the figure was, as a sentence; that only the month is known, where it is so.</summary>
    public string KnownBasis(Figure figure) => figure.IsKnownFromRelease ? text["KnownReleased"] : KnownBasis(IsKnownToMonth(figure) ? KnownFromBasis.Month : figure.KnownFromBasis);

    /// <summary>True where only the month is known in which the figure was published: its last day stands in.</summary>
    public static bool IsKnownToMonth(Figure figure) =>
        figure.KnownFromBasis == KnownFromBasis.Month
        || (figure.KnownFromBasis == KnownFromBasis.Vintage && DateNotation.IsMonthIn(figure.VintageLabel));

    /// <summary>Why one figure of a statement is shown before another, as a clause: 阶段更高.</summary>
    public string Because(PrecedenceCriterion criterion) => text[$"Because{criterion}"];

    /// <summary>Why a figure of a statement is not the one shown, as a clause: 阶段较低.</summary>
    public string Lost(PrecedenceCriterion criterion) => text[$"Lost{criterion}"];

    /// <summary>A day in Asia/Shanghai: 2023-08-18.</summary>
    public static string Day(DateTimeOffset moment) => Shanghai.DayOf(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Day and minute in Asia/Shanghai; the day alone for midnight.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var local = moment.ToOffset(Shanghai.Offset);
        return local.TimeOfDay == TimeSpan.Zero
            ? Day(moment)
            : local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}

using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>
/// The figures that a target is held against: shown, actual, of its series, scope and price basis, in its unit. What converts to
/// its unit by no known way is left out.
/// </summary>
internal sealed class TargetFigures
{
    // So that whatever is reckoned with them, a decimal holds it.
    private const decimal Largest = 1e18m;

    private readonly Figure _target;
    private readonly BookView _view;
    private readonly SeriesHistory? _history;

    // By the end of their periods.
    private readonly FigureGroup[] _groups;

    public TargetFigures(Figure target, BookView view)
    {
        (_target, _view, _history) = (target, view, view.Find(target.Series.Id));
        _groups = [.. (_history?.Groups ?? []).Where(g => g.Kind == ValueKind.Actual && g.Scope == target.Scope && g.PriceBasis == target.PriceBasis)];
    }

    /// <summary>The year of a period, of a span the last; null where it has none, or is a part of one that does not end it.</summary>
    public static int? YearOf(Period period) => period switch
    {
        { Kind: PeriodKind.Year or PeriodKind.Span, End: { } end } => end.Year,
        { Kind: PeriodKind.Point, End: { Month: 12 } end } => end.Year,
        _ => null,
    };

    /// <summary>The value of the target; null for words and beyond what can be reckoned with.</summary>
    public static decimal? ValueOf(Figure target) => target.Value is { } value && Math.Abs(value) <= Largest ? value : null;

    /// <summary>The values by year, the earliest first.</summary>
    public IReadOnlyList<YearValue> Years()
    {
        var years = new List<YearValue>();
        var bestRank = 0;
        foreach (var group in _groups)
        {
            var rank = Rank(group.Period);
            if (rank == 0 || group.Period.End is not { Year: var year }) continue;
            var isAnother = years is not [.., { Year: var last }] || last != year;
            if ((!isAnother && rank <= bestRank) || Value(group) is not { } value) continue;
            if (isAnother) years.Add(value);
            else years[^1] = value;
            bestRank = rank;
        }

        return years;
    }

    /// <summary>The latest year-to-date figure of a year that is not all of it; null if there is none.</summary>
    public YearValue? LatestYearToDate(int year) => Latest(p => p.Kind == PeriodKind.Ytd && p.End!.Value.Year == year);

    /// <summary>
    /// What part of the year's sum is to be reached by a month: that of the latest earlier year with the sums to the same month and
    /// to December of one stage and one publisher, else months ÷ 12.
    /// </summary>
    public YearShare Share(int year, int months)
    {
        for (var full = LatestFullYear(year); full is not null; full = LatestFullYear(full.Year))
        {
            if (full.Value > 0
                && _history!.Find(Period.Ytd(full.Year, months), _target.Scope, ValueKind.Actual, _target.PriceBasis) is { } group
                && Value(group) is { } toDate
                && toDate.Figure.Stage == full.Figure.Stage
                && IsOnePublisher(toDate.Figure, full.Figure)
                && Percent(toDate.Value, full.Value) is { } percent)
            {
                return new(months, percent, toDate, full);
            }
        }

        return new(months, 100m * months / 12);
    }

    /// <summary>A part in % of a whole, unrounded; null where it is beyond what can be reckoned with.</summary>
    public static decimal? Percent(decimal part, decimal whole) =>
        whole != 0 && Math.Abs((double)part / (double)whole) < (double)Largest ? 100 * part / whole : null;

    /// <summary>The latest year before another whose sum is known; null if there is none.</summary>
    private YearValue? LatestFullYear(int before) => Latest(p => p.YtdMonth == 12 && p.End!.Value.Year < before);

    private YearValue? Latest(Func<Period, bool> isOne)
    {
        for (var i = _groups.Length - 1; i >= 0; i--)
        {
            if (isOne(_groups[i].Period) && Value(_groups[i]) is { } value) return value;
        }

        return null;
    }

    private YearValue? Value(FigureGroup group)
    {
        if (group.Shown(_view.AsOf) is not { Value: { } value } figure || Uoms.Factor(figure.Uom, _target.Uom) is not { } factor) return null;
        return Math.Abs(value) <= Largest / factor ? new(group.Period.End!.Value.Year, figure, value * factor) : null;
    }

    /// <summary>How well a period stands for its year; 0 for not at all. Of a stock the later of two points in December does.</summary>
    private int Rank(Period period) => (_target.Series.Indicator.Type, period) switch
    {
        _ when period.Kind == PeriodKind.Span => period == _target.Period ? 100 : 0,
        (IndicatorType.Stock, { Kind: PeriodKind.Point, End: { Month: 12, Day: var day } }) => 10 + day,
        (IndicatorType.Stock, { IsBareYear: true }) => 2,
        (IndicatorType.Stock, { Kind: PeriodKind.Year }) => _target.Series.Measure == Measure.Level ? 0 : 1,
        (IndicatorType.Flow, { IsBareYear: true }) => _target.Series.Measure == Measure.Level ? 0 : 1,
        (_, { Kind: PeriodKind.Year }) => period.IsBareYear ? 1 : 2,
        _ => 0,
    };

    /// <summary>
    /// By the host of the address; of documents that cite none, only the document itself. The returns of one form and department are the
    /// city's own reporting, whatever the quarter.
    /// </summary>
    private static bool IsOnePublisher(Figure one, Figure other) =>
        one.Source.Id == other.Source.Id
        || (HostOf(one.Source) is { } host && host == HostOf(other.Source))
        || (ReturnSource.ReportingOf(one) is { } reporting && reporting == ReturnSource.ReportingOf(other));

    private static string? HostOf(SourceDocument source) => source.Address is { } address ? WebHost.Of(address) : null;
}

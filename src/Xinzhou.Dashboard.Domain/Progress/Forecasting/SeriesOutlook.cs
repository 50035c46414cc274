using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// 预测: how a series of levels or shares goes on, in the terms in which targets are set: whole years of a flow, days of a stock.
/// From quarters where there are enough of them, else from years; of too few nothing is forecast. It is computed from the figures of
/// the series alone, and stands apart from them: it is no figure.
/// </summary>
public sealed record SeriesOutlook
{
    /// <summary>The levels of the bands that are shown, in %.</summary>
    public static IReadOnlyList<double> Levels { get; } = [50, 80, 95];

    /// <summary>So many years beyond that of the latest value are forecast; what lies further is not told.</summary>
    public const int MaxYears = 5;

    private const int MaxYearsOld = 2;

    // Of so few values the seasonal naive forecast is the best on the whole; where its error is twice that of the combination, it is not.
    private const double PlainlyWorse = 0.5;

    /// <summary>The series.</summary>
    public required Series Series { get; init; }

    /// <summary>Why there is no forecast; null where there is one.</summary>
    public OutlookRefusal? Refusal { get; init; }

    /// <summary>How many quarters follow one another up to the latest.</summary>
    public int Quarters { get; init; }

    /// <summary>How many years follow one another up to the latest.</summary>
    public int Years { get; init; }

    /// <summary>Whether it was forecast from quarters or from years.</summary>
    public SeriesFrequency Frequency { get; init; }

    /// <summary>What it was forecast from, the earliest first; the latest run also where there is no forecast.</summary>
    public IReadOnlyList<SinglePeriod> Values { get; init; } = [];

    /// <summary>What is published in the terms of the forecasts, the earliest first: the latest years of a flow that follow one another, else the values.</summary>
    public IReadOnlyList<SinglePeriod> Actual { get; init; } = [];

    /// <summary>What it was forecast with; null where there is no forecast.</summary>
    public ForecastMethod? Method { get; init; }

    /// <summary>How the combination and the seasonal naive forecast did on the series itself; null where there is no forecast.</summary>
    public Backtest? Backtest { get; init; }

    /// <summary>True where the series is long enough for probabilities.</summary>
    public bool HasProbability { get; init; }

    /// <summary>The forecasts in the terms of targets, the earliest first.</summary>
    public IReadOnlyList<OutlookPoint> Points { get; init; } = [];

    /// <summary>How many values a forecast lacks: of quarters and of years.</summary>
    public (int Quarters, int Years) Missing => (
        Math.Max(0, SeriesLengths.Of(SeriesFrequency.Quarter).Minimum - Quarters),
        Math.Max(0, SeriesLengths.Of(SeriesFrequency.Year).Minimum - Years));

    /// <param name="view">The figures as they were known at the moment.</param>
    /// <param name="series">The series: levels or shares.</param>
    public static SeriesOutlook Of(BookView view, Series series) => Known(view, series).WithForecast();

    /// <summary>What there is to forecast from, and why it does not do; nothing is forecast yet.</summary>
    /// <param name="view">The figures as they were known at the moment.</param>
    /// <param name="series">The series: levels or shares.</param>
    internal static SeriesOutlook Known(BookView view, Series series)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(series);
        var (quarters, years) = (SinglePeriods.Quarters(view, series), SinglePeriods.Years(view, series));
        var isQuarterly = quarters.Count >= SeriesLengths.Of(SeriesFrequency.Quarter).Minimum;
        var outlook = new SeriesOutlook
        {
            Series = series,
            Quarters = quarters.Count,
            Years = years.Count,
            Frequency = isQuarterly ? SeriesFrequency.Quarter : SeriesFrequency.Year,
            Values = isQuarterly ? quarters : years,
            Actual = isQuarterly && series.Indicator.Type != IndicatorType.Flow ? quarters : years,
        };
        if (series.Indicator.BaseChanges) return outlook with { Refusal = OutlookRefusal.BaseChanges };
        if (outlook.Values.Count < SeriesLengths.Of(outlook.Frequency).Minimum) return outlook with { Refusal = OutlookRefusal.TooShort };
        var last = outlook.Values[^1].Period.End!.Value;
        if (last.AddYears(MaxYearsOld) < Shanghai.DayOf(view.AsOf.Moment)) return outlook with { Refusal = OutlookRefusal.OutOfDate };
        return outlook.Values.All(v => v.Value == outlook.Values[0].Value) ? outlook with { Refusal = OutlookRefusal.Unchanging } : outlook;
    }

    /// <summary>The same with its forecasts, where there is nothing against them.</summary>
    internal SeriesOutlook WithForecast()
    {
        if (Refusal is not null) return this;
        var lengths = SeriesLengths.Of(Frequency);
        var steps = Steps(Values[^1], Frequency, Series.Indicator.Type == IndicatorType.Flow);
        var totals = steps.Select(s => new ForecastTotal(s.First, s.Last, (double)Values.Where(s.Counts).Sum(v => v.Value))).ToArray();
        var forecast = Forecaster.Of(new()
        {
            Values = [.. Values.Select(v => (double)v.Value)],
            Frequency = Frequency,
            Horizon = steps[^1].Last,
            Totals = totals,
        })!;
        if (Values.Count < lengths.Combination && forecast.Backtest.Combination < PlainlyWorse * forecast.Backtest.SeasonalNaive)
            return this with { Refusal = OutlookRefusal.NotBorneOut, Backtest = forecast.Backtest };
        return this with
        {
            Method = forecast.Method,
            Backtest = forecast.Backtest,
            HasProbability = Values.Count >= lengths.Probability,
            Points = [.. steps.Zip(forecast.Totals, (s, d) => new OutlookPoint(s.Period, d))],
        };
    }

    /// <summary>True where both are forecast from the same values: then they say the same.</summary>
    internal bool IsFromSameAs(SeriesOutlook other) =>
        Values.Count == other.Values.Count && Values.Zip(other.Values).All(p => p.First.Period == p.Second.Period && p.First.Value == p.Second.Value);

    /// <summary>The forecast of the end of a year; null where there is none.</summary>
    public OutlookPoint? At(int year) => Points.FirstOrDefault(p => p.Period.End is { Month: 12 } end && end.Year == year);

    /// <summary>The probability that a target is met at the end of its year, 0–1; null where none is told.</summary>
    /// <param name="target">A target of the series, of the whole unit, in the prices that lead.</param>
    /// <param name="bound">From where on it is met, in the unit of the target.</param>
    /// <param name="direction">On which side it is met.</param>
    public double? Probability(Figure target, decimal bound, ForecastDirection direction)
    {
        ArgumentNullException.ThrowIfNull(target);
        return HasProbability && target.Series.Id == Series.Id && target is { Scope: "", IsInLeadingPrices: true }
            && TargetFigures.YearOf(target.Period) is { } year && target.Period.Kind != PeriodKind.Span && At(year) is { } point && Uoms.Factor(target.Uom, Series.Uom) is { } factor
                ? point.Distribution.Meets((double)(bound * factor), direction)
                : null;
    }

    /// <summary>The steps that are told, and which of the known values count with them.</summary>
    private static List<Step> Steps(SinglePeriod latest, SeriesFrequency frequency, bool isFlow)
    {
        var last = latest.Period.End!.Value;
        var isPoint = latest.Period.Kind == PeriodKind.Point;
        if (frequency == SeriesFrequency.Year)
        {
            return [.. Enumerable.Range(1, MaxYears).Select(i => new Step(isPoint ? Period.Point(new(last.Year + i, 12, 31)) : Period.FullYear(last.Year + i), i, i, null))];
        }

        var (steps, quarter, at) = (new List<Step>(), Quarter.Of(last), 0);
        var first = 1;
        while (quarter.Year <= last.Year + MaxYears)
        {
            (quarter, at) = (quarter.Next, at + 1);
            if (quarter.Year > last.Year + MaxYears) break;
            if (!isFlow) steps.Add(new(Period.Point(quarter.LastDay), at, at, null));
            else if (quarter.Number == 4)
            {
                steps.Add(new(Period.FullYear(quarter.Year), first, at, quarter.Year));
                first = at + 1;
            }
        }

        return steps;
    }

    /// <param name="Period">The year, or the day.</param>
    /// <param name="First">The first step that counts.</param>
    /// <param name="Last">The last step that counts.</param>
    /// <param name="Year">The year whose known values count with it; null for none.</param>
    private sealed record Step(Period Period, int First, int Last, int? Year)
    {
        public bool Counts(SinglePeriod value) => value.Period.Start?.Year == Year;
    }
}

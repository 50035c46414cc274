using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>
/// What the page of the counties shows: which indicators, periods and measures there are county figures for, which of
/// them is chosen, and the ranking by it. Only actual, dated figures take part; growth is published, never computed.
/// </summary>
public sealed class CountiesModel
{
    /// <summary>So many other indicators stand beside the chosen one.</summary>
    private const int MaxOthers = 3;

    private readonly BookView _figures;
    private readonly IReadOnlyList<StatisticalUnit> _units;
    private readonly string _city;
    private readonly PriceBasis? _prices;
    private readonly List<(CountiesFault Fault, string Written)> _faults = [];

    private CountiesModel(BookView figures, Catalogue catalogue, IReadOnlyList<Indicator> indicators, CountiesQuery query)
    {
        _figures = figures;
        _units = [.. catalogue.Counties];
        _city = catalogue.City.Code;
        Indicators = indicators;
        var asked = query.Indicator is { Length: > 0 } code ? catalogue.Indicator(code) : null;
        Indicator = Choose(Indicators, asked, CountiesFault.Indicator, query.Indicator)
            ?? Indicators.MaxBy(i => (_units.Count(u => Figures(i, u).Any()), -i.Order))!;

        Measures = [.. Enum.GetValues<CountyMeasure>().Where(m => PeriodsOf(Indicator, m).Count > 0)];
        Measure = Code.TryParse<CountyMeasure>(query.Measure, out var measure) && Measures.Contains(measure)
            ? measure
            : Measures[0];
        Fault(query.Measure is { Length: > 0 } && query.Measure != Code.Of(Measure), CountiesFault.Measure, query.Measure);

        Periods = PeriodsOf(Indicator, Measure);
        Period = Choose(Periods, Periods.FirstOrDefault(p => KeyOf(p) == query.Period), CountiesFault.Period, query.Period)
            ?? Periods.MaxBy(p => (CountOf(p), p.End))!;

        City = Shown(Indicator, _city, LevelOf(Indicator), Period, anyScope: false);
        Others = Measure == CountyMeasure.Yoy ? [] : OthersBeside();
        Before = Measure == CountyMeasure.Yoy ? null : PeriodBefore();
        _prices = PricesOf(Period);
        Rows = Ranked();
        Sum = SumCheck.Of(Indicator, [.. _units.Select(u => Shown(Indicator, u.Code, LevelOf(Indicator), Period, anyScope: false))], City);
        Selected = _units.FirstOrDefault(u => u.Code == query.Unit) ?? Rows[0].Unit;
        Fault(query.Unit is { Length: > 0 } && query.Unit != Selected.Code, CountiesFault.Unit, query.Unit);
    }

    /// <summary>The indicators that any county has figures of, in the order of the catalogue.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    public Indicator Indicator { get; }

    /// <summary>The measures that the indicator has county figures of.</summary>
    public IReadOnlyList<CountyMeasure> Measures { get; }

    public CountyMeasure Measure { get; }

    /// <summary>The periods with county figures of indicator and measure, the latest first.</summary>
    public IReadOnlyList<Period> Periods { get; }

    public Period Period { get; }

    /// <summary>The city's level in the period; null when it is not obtained.</summary>
    public Figure? City { get; }

    /// <summary>All units: those with a comparable value from high to low, then those of another scope, then those without a figure.</summary>
    public IReadOnlyList<CountyRow> Rows { get; }

    /// <summary>The unit that is looked at more closely.</summary>
    public StatisticalUnit Selected { get; }

    /// <summary>The earlier period that is shown beside: the latest of the same kind that at least half of the units have.</summary>
    public Period? Before { get; }

    /// <summary>The other indicators shown beside: those that at least half of the units have in the same period.</summary>
    public IReadOnlyList<Indicator> Others { get; }

    /// <summary>Whether the units add to the city.</summary>
    public SumCheck Sum { get; }

    public CountyFinding Finding => CountyFinding.Of(Rows, Measure);

    /// <summary>What the address asks for and there is not, as written.</summary>
    public IReadOnlyList<(CountiesFault Fault, string Written)> Faults => _faults;

    /// <summary>The unit of what is compared.</summary>
    public string Uom => Measure == CountyMeasure.Level ? Indicator.Uom : Uoms.Percent;

    /// <summary>The same in the language of the page, as it fits the largest value.</summary>
    public UnitScale Scale => UnitScale.Of(Rows.Select(r => r.Value).OfType<decimal>(), Uom);

    /// <summary>The model; null when no county has any figure at the moment of the view.</summary>
    public static CountiesModel? Of(BookView figures, Catalogue catalogue, CountiesQuery query)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(query);
        return Measured(figures, catalogue) is { Length: > 0 } indicators ? new(figures, catalogue, indicators, query) : null;
    }

    /// <summary>The model of an address that chooses nothing, worked out once for a moment; null when no county has any figure then.</summary>
    /// <param name="digest">The digest of the moment.</param>
    /// <param name="catalogue">The units and indicators of its snapshot.</param>
    public static CountiesModel? Unasked(Digest digest, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.Other<OfNothingAsked>(figures => new(Of(figures, catalogue, new()))).Model;
    }

    /// <summary>How a period stands in the address: its code, with its kind where the code alone says another (2023-Q1 single quarter).</summary>
    public static string KeyOf(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Kind is PeriodKind.Quarter or PeriodKind.Month ? period.ToString() : period.Code;
    }

    /// <summary>The measure that holds an indicator's own value: the share for a ratio, else the level.</summary>
    public static Measure LevelOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Type == IndicatorType.Ratio ? Domain.Indicators.Measure.Share : Domain.Indicators.Measure.Level;
    }

    /// <summary>The actual, dated figures of an indicator for a unit that are shown at the moment of a view: levels, then growth.</summary>
    public static IEnumerable<Figure> Figures(BookView figures, Indicator indicator, StatisticalUnit unit)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(unit);
        return figures.Shown(indicator.Code, unit.Code, LevelOf(indicator))
            .Concat(figures.Shown(indicator.Code, unit.Code, Domain.Indicators.Measure.Yoy))
            .Where(f => f is { Kind: ValueKind.Actual, Value: not null, Period.End: not null });
    }

    private static Indicator[] Measured(BookView figures, Catalogue catalogue)
    {
        StatisticalUnit[] counties = [.. catalogue.Counties];
        return [.. catalogue.Indicators.Where(i => counties.Any(u => figures.Book.Of(i.Code, u.Code).Count > 0 && Figures(figures, i, u).Any()))];
    }

    private IEnumerable<Figure> Figures(Indicator indicator, StatisticalUnit unit) => Figures(_figures, indicator, unit);

    /// <summary>The figure of the whole unit; with <paramref name="anyScope"/> that of another scope where there is none.</summary>
    private Figure? Shown(Indicator indicator, string unit, Measure measure, Period period, bool anyScope)
    {
        // Asked for every unit in every period: found, not searched for.
        if (_figures.Shown(indicator.Code, unit, measure, period) is { Value: not null } whole)
        {
            return whole;
        }

        return !anyScope ? null : _figures.Shown(indicator.Code, unit, measure)
            .Where(f => f is { Kind: ValueKind.Actual, Value: not null } && f.Period == period)
            .MinBy(f => f.Scope, StringComparer.Ordinal);
    }

    private List<Period> PeriodsOf(Indicator indicator, CountyMeasure measure)
    {
        var of = measure == CountyMeasure.Yoy ? Domain.Indicators.Measure.Yoy : LevelOf(indicator);
        return [.. _units.SelectMany(u => Figures(indicator, u)).Where(f => f.Series.Measure == of).Select(f => f.Period).Distinct()
            .Where(p => measure != CountyMeasure.Share || _units.Any(u => ShareOf(indicator, u, p) is not null))
            .OrderByDescending(p => p.End).ThenBy(p => p.Start).ThenBy(KeyOf, StringComparer.Ordinal)];
    }

    /// <summary>The units that have a comparable figure in a period.</summary>
    private int CountOf(Period period, Indicator? indicator = null) => _units.Count(u =>
        Shown(indicator ?? Indicator, u.Code, Measure == CountyMeasure.Yoy ? Domain.Indicators.Measure.Yoy : LevelOf(indicator ?? Indicator), period, anyScope: false) is not null);

    private decimal? ShareOf(Indicator indicator, StatisticalUnit unit, Period period) =>
        indicator is { Additive: true, Type: IndicatorType.Flow or IndicatorType.Stock }
        && Shown(indicator, unit.Code, LevelOf(indicator), period, anyScope: false) is { Comparator: Comparator.Equal } own
        && Shown(indicator, _city, LevelOf(indicator), period, anyScope: false) is { Comparator: Comparator.Equal, Value: > 0 } city
        && Uoms.Convert(own.Value!.Value, own.Uom, city.Uom) is { } value
            ? value / city.Value.Value * 100
            : null;

    private List<Indicator> OthersBeside() =>
        [.. Indicators.Where(i => i != Indicator && 2 * CountOf(Period, i) >= _units.Count).Take(MaxOthers)];

    private Period? PeriodBefore() => Periods
        .Where(p => p.Kind == Period.Kind && p.End < Period.End
            && (p.Kind is PeriodKind.Span || (p.End!.Value.Month == Period.End!.Value.Month && p.IsBareYear == Period.IsBareYear))
            && 2 * CountOf(p) >= _units.Count)
        .MaxBy(p => p.End);

    private List<CountyRow> Ranked()
    {
        var rows = _units.Select(Row).ToArray();
        var enough = 2 * rows.Count(r => r.Value is not null) >= rows.Length;
        return [.. rows
            .Select(r => enough && r.Value is { } value
                ? r with { Rank = 1 + rows.Count(other => other.Value > value), IsTied = rows.Count(other => other.Value == value) > 1 }
                : r)
            .OrderBy(r => r.Value is null).ThenByDescending(r => r.Value).ThenBy(r => r.Figure is null).ThenBy(r => r.Unit.Order)];
    }

    private CountyRow Row(StatisticalUnit unit)
    {
        var measure = Compared;
        var figure = Shown(Indicator, unit.Code, measure, Period, anyScope: true);
        if (figure is not { Scope.Length: > 0 } && OfPrices(unit, Period, _prices) is { } alike) figure = alike;
        var share = ShareOf(Indicator, unit, Period);
        var isOther = figure is { Scope.Length: 0 } && figure.PriceBasis != _prices;
        var own = figure is { Scope.Length: 0, Comparator: Comparator.Equal, Value: { } value } && !isOther ? Uoms.Convert(value, figure.Uom, figure.Series.Uom) : null;
        return new(
            unit,
            figure,
            Measure == CountyMeasure.Share ? share : own,
            Rank: null,
            Measure == CountyMeasure.Yoy ? null : share,
            Before is null ? null : OfPrices(unit, Before, _prices),
            [.. Others.Select(o => Shown(o, unit.Code, LevelOf(o), Period, anyScope: true))])
        {
            IsOtherPrices = isOther,
        };
    }

    /// <summary>What is compared: growth, or the indicator's own value.</summary>
    private Measure Compared => Measure == CountyMeasure.Yoy ? Domain.Indicators.Measure.Yoy : LevelOf(Indicator);

    /// <summary>The price basis in which a period is compared: the one that most units have, of equals the indicator's own.</summary>
    private PriceBasis? PricesOf(Period period) =>
        new[] { Indicator.PriceBasisOf(Compared), PriceBasis.Constant, PriceBasis.Current, null }
            .MaxBy(b => _units.Count(u => OfPrices(u, period, b) is not null));

    /// <summary>The figure of the whole unit in a price basis; null where there is none.</summary>
    private Figure? OfPrices(StatisticalUnit unit, Period period, PriceBasis? prices) =>
        _figures.Find(Indicator.Code, unit.Code, Compared)?.Find(period, "", ValueKind.Actual, prices)?.Shown(_figures.AsOf) is { Value: not null } figure ? figure : null;

    private T? Choose<T>(IReadOnlyList<T> offered, T? asked, CountiesFault fault, string? written)
        where T : class
    {
        var chosen = asked is not null && offered.Contains(asked) ? asked : null;
        Fault(chosen is null && written is { Length: > 0 }, fault, written);
        return chosen;
    }

    private void Fault(bool isFault, CountiesFault fault, string? written)
    {
        if (isFault)
        {
            _faults.Add((fault, written!));
        }
    }

    private sealed record OfNothingAsked(CountiesModel? Model);
}

using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Testing.Indicators;

/// <summary>
/// Figures made by hand, for tests of rules: every figure gets the next number, every series and source is made when it is
/// first named. What a test does not say is that of an ordinary official figure.
/// </summary>
public sealed class HandMade
{
    public static readonly Indicator Gdp = new()
    {
        Code = "gdp",
        Name = "地区生产总值",
        NameEn = "Gross regional product",
        Type = IndicatorType.Flow,
        Uom = "亿元",
        Direction = Direction.Up,
        PriceBasisOfLevel = PriceBasis.Current,
        PriceBasisOfGrowth = PriceBasis.Constant,
        Aliases = ["GDP", "全市生产总值"],
        Order = 1,
    };

    public static readonly Indicator Income = new()
    {
        Code = "urban_income",
        Name = "城镇居民人均可支配收入",
        Type = IndicatorType.Flow,
        Uom = "元",
        Direction = Direction.Up,
        Additive = false,
        Order = 2,
    };

    public static readonly Indicator Capacity = new()
    {
        Code = "installed_capacity_total",
        Name = "电力总装机",
        Type = IndicatorType.Stock,
        Uom = "万千瓦",
        Direction = Direction.Up,
        Dimension = "industry",
        Order = 3,
    };

    public static readonly StatisticalUnit Nation = new() { Code = "100000", Name = "全国", Level = UnitLevel.Nation, Order = 1 };

    public static readonly StatisticalUnit City =
        new() { Code = "140900", Name = "忻州市", NameEn = "Xinzhou", Level = UnitLevel.City, Parent = "140000", Aliases = ["忻州全市"], Order = 2 };

    public static readonly StatisticalUnit County =
        new() { Code = "140902", Name = "忻府区", Level = UnitLevel.County, Parent = "140900", Order = 3 };

    private readonly Dictionary<(string, string, Measure, Benchmark?), Series> _series = [];
    private readonly Dictionary<string, SourceDocument> _sources = [];
    private readonly List<Figure> _figures = [];
    private readonly List<Withdrawal> _withdrawals = [];

    /// <summary>The indicators and units above.</summary>
    public static Catalogue Catalogue { get; } = new([Gdp, Income, Capacity], [Nation, City, County], [new(Gdp.Code)]);

    /// <summary>The documents cited so far.</summary>
    public IReadOnlyList<SourceDocument> Sources => [.. _sources.Values];

    /// <summary>A book of everything made so far.</summary>
    public FigureBook Book => FigureBook.Of(_figures, _withdrawals);

    /// <summary>00:00 in Asia/Shanghai of a day written YYYY-MM-DD.</summary>
    public static DateTimeOffset Day(string day) => Shanghai.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd"));

    /// <summary>
    /// Makes a figure and puts it into the book. Days are written YYYY-MM-DD; without them it is known 30 days after the end of
    /// its period and recorded the day after. The digits of the value are kept.
    /// </summary>
    public Figure Add(
        Period period,
        decimal? value,
        Indicator? indicator = null,
        StatisticalUnit? unit = null,
        Measure measure = Measure.Level,
        Benchmark? benchmark = null,
        string? known = null,
        string? recorded = null,
        string source = "https://tjj.sxxz.gov.cn/a",
        Stage stage = Stage.Preliminary,
        ValueKind kind = ValueKind.Actual,
        string scope = "",
        string? uom = null,
        Comparator comparator = Comparator.Equal,
        Reliability reliability = Reliability.Official,
        string? text = null,
        PriceBasis? priceBasis = null)
    {
        var series = SeriesOf(indicator ?? Gdp, unit ?? City, measure, benchmark);
        var knownFrom = known is null ? Shanghai.StartOf((period.End ?? new(2023, 8, 18)).AddDays(30)) : Day(known);
        var figure = new Figure
        {
            Id = _figures.Count + 1,
            Series = series,
            Period = period,
            Attributes = new()
            {
                Scope = scope,
                Kind = kind,
                Comparator = comparator,
                Uom = uom ?? series.Uom,
                Stage = stage,
                StatedPriceBasis = priceBasis,
                KnownFromBasis = KnownFromBasis.Stated,
                Reliability = reliability,
            },
            KnownFrom = knownFrom,
            SourceText = source,
            Value = value,
            Text = text,
            RecordedAt = recorded is null ? knownFrom.AddDays(1) : Day(recorded),
            Source = SourceOf(source, reliability),
            Quote = value is { } number ? FormattableString.Invariant($"实现{number}{uom ?? series.Uom}") : text,
        };
        _figures.Add(figure);
        return figure;
    }

    /// <summary>Withdraws a figure from a day on.</summary>
    public void Withdraw(Figure figure, string known, string? recorded = null) =>
        _withdrawals.Add(new(figure.Id, Day(known), Day(recorded ?? known), "错误"));

    private Series SeriesOf(Indicator indicator, StatisticalUnit unit, Measure measure, Benchmark? benchmark)
    {
        var key = (indicator.Code, unit.Code, measure, benchmark);
        if (!_series.TryGetValue(key, out var series))
        {
            series = new() { Id = _series.Count + 1, Indicator = indicator, Unit = unit, Measure = measure, Benchmark = benchmark };
            _series.Add(key, series);
        }

        return series;
    }

    private SourceDocument SourceOf(string address, Reliability reliability)
    {
        if (!_sources.TryGetValue(address, out var source))
        {
            source = new() { Id = _sources.Count + 1, Address = address, Reliability = reliability };
            _sources.Add(address, source);
        }

        return source;
    }
}

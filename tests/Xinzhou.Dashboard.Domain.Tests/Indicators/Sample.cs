using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

/// <summary>Figures made by hand for tests; what a test does not speak of has a plain default.</summary>
internal static class Sample
{
    public static readonly Indicator Gdp = new()
    {
        Code = "gdp",
        Name = "地区生产总值",
        Type = IndicatorType.Flow,
        Uom = "亿元",
        Direction = Direction.Up,
        Order = 1,
        PriceBasisOfLevel = PriceBasis.Current,
        PriceBasisOfGrowth = PriceBasis.Constant,
        Aliases = ["GDP"],
    };

    public static readonly StatisticalUnit Nation = Unit("100000", "全国", UnitLevel.Nation, null, 1);
    public static readonly StatisticalUnit Province = Unit("140000", "山西省", UnitLevel.Province, "100000", 2);
    public static readonly StatisticalUnit City = Unit("140900", "忻州市", UnitLevel.City, "140000", 3);

    private static readonly Dictionary<(string, string, Measure, Benchmark?), int> SeriesIds = [];

    public static StatisticalUnit Unit(string code, string name, UnitLevel level, string? parent, int order) =>
        new() { Code = code, Name = name, Level = level, Parent = parent, Order = order };

    public static Indicator Indicator(string code, IndicatorType type = IndicatorType.Flow, string uom = "亿元") =>
        new() { Code = code, Name = code, Type = type, Uom = uom, Direction = Direction.Up, Order = 2 };

    public static Series Series(
        Indicator? indicator = null, StatisticalUnit? unit = null, Measure measure = Measure.Level, Benchmark? benchmark = null)
    {
        lock (SeriesIds)
        {
            var key = ((indicator ?? Gdp).Code, (unit ?? City).Code, measure, benchmark);
            SeriesIds.TryAdd(key, SeriesIds.Count + 1);
            return new() { Id = SeriesIds[key], Indicator = indicator ?? Gdp, Unit = unit ?? City, Measure = measure, Benchmark = benchmark };
        }
    }

    public static SourceDocument Source(int id = 1, Reliability reliability = Reliability.Repost) =>
        new() { Id = id, Title = $"来源{id}", Reliability = reliability };

    public static Figure Figure(
        long id,
        decimal value,
        Period? period = null,
        Series? series = null,
        Stage stage = Stage.Preliminary,
        Reliability reliability = Reliability.Repost,
        int source = 1,
        string known = "2024-01-20",
        string? recorded = null,
        ValueKind kind = ValueKind.Actual,
        string scope = "",
        string? uom = null)
    {
        series ??= Series();
        return new()
        {
            Id = id,
            Series = series,
            Period = period ?? Period.FullYear(2023),
            Attributes = new()
            {
                Kind = kind,
                Scope = scope,
                Uom = uom ?? series.Uom,
                Stage = stage,
                KnownFromBasis = KnownFromBasis.Stated,
                Reliability = reliability,
            },
            KnownFrom = Day(known),
            SourceText = $"来源{source}",
            Value = value,
            RecordedAt = Day(recorded ?? known),
            Source = Source(source, reliability),
        };
    }

    public static DateTimeOffset Day(string day) => Shanghai.StartOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    public static AsOf At(string day, Clock clock = Clock.Known) => new(Day(day), clock);

    public static FigureBook Book(params Figure[] figures) => FigureBook.Of(figures, []);
}

using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Testing.Indicators;

/// <summary>
/// Made-up figures in memory, as <c>eng/bench --figures</c> makes them in a database: indicators of many cities, 48 quarters each
/// from 2014 to 2025, every tenth revised. What is counted at two sizes says what grows with the figures.
/// </summary>
public sealed class ManyFigures
{
    /// <summary>Years of four quarters.</summary>
    public const int Years = 12;

    private const int FirstYear = 2014;
    private const int Documents = 4000;

    private readonly Series[] _series;
    private readonly SourceDocument[] _sources;
    private readonly string[] _texts;
    private readonly Period[] _periods;
    private readonly AttributePool _attributes = new();
    private long _lastId;

    /// <param name="cities">How many cities; the first is that of the installation.</param>
    /// <param name="indicators">How many indicators; the first is the gross product.</param>
    public ManyFigures(int cities, int indicators)
    {
        StatisticalUnit[] units =
        [
            HandMade.Nation, .. Enumerable.Range(1, cities).Select(City),
            .. Enumerable.Range(1, 14).Select(n => new StatisticalUnit { Code = $"{140901 + n}", Name = $"示例县{n}", Level = UnitLevel.County, Parent = HandMade.City.Code, Order = 1000 + n }),
        ];
        Indicator[] measured = [HandMade.Gdp, .. Enumerable.Range(2, Math.Max(0, indicators - 1)).Select(Measured)];
        Catalogue = new(measured, units, [new(HandMade.Gdp.Code), .. measured.Skip(1).Take(6).Select(i => new HeadlineIndicator(i.Code))]);
        _series =
        [
            .. measured.SelectMany(i => units.Where(u => u.Level == UnitLevel.City).Select(u => (Indicator: i, Unit: u)))
                .Concat(units.Where(u => u.Level == UnitLevel.County).Select(u => (Indicator: HandMade.Gdp, Unit: u)))
                .Select((s, i) => new Series { Id = i + 1, Indicator = s.Indicator, Unit = s.Unit, Measure = Measure.Level }),
        ];
        _sources = [.. Enumerable.Range(0, Documents).Select(n => new SourceDocument { Id = n + 1, Address = $"https://generated.invalid/{n}", Title = $"Generated bulletin {n}", Reliability = Reliability.Official })];
        _texts = [.. _sources.Select(s => s.Title!)];
        _periods = [.. from year in Enumerable.Range(FirstYear, Years) from quarter in Enumerable.Range(1, 4) select Period.Ytd(year, 3 * quarter)];
    }

    /// <summary>The indicators and units.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>The documents cited.</summary>
    public IReadOnlyList<SourceDocument> Sources => _sources;

    /// <summary>The series, each of one indicator and unit.</summary>
    public IReadOnlyList<Series> Series => _series;

    /// <summary>After the last publication.</summary>
    public static DateTimeOffset Now { get; } = Shanghai.StartOf(new(2027, 1, 1));

    /// <summary>All of them; each has its own sentence, as documents have.</summary>
    public IEnumerable<Figure> All()
    {
        foreach (var series in _series)
        {
            foreach (var period in _periods)
            {
                yield return Make(series, period, revised: false, Now);
                if ((series.Id * 7 + period.End!.Value.Year * 4 + period.YtdMonth!.Value / 3) % 10 == 0) yield return Make(series, period, revised: true, Now);
            }
        }
    }

    /// <summary>Another word of a period, published at a moment.</summary>
    /// <param name="series">The series.</param>
    /// <param name="known">From when it is known.</param>
    /// <param name="period">Which of the 48 quarters.</param>
    public Figure Another(Series series, DateTimeOffset known, int period) =>
        Make(series, _periods[period], revised: true, known) with { KnownFrom = known, Stage = Stage.CensusRevised };

    private Figure Make(Series series, Period period, bool revised, DateTimeOffset recorded)
    {
        var (year, quarter) = (period.End!.Value.Year, period.YtdMonth!.Value / 3);
        var source = (series.Id + year * 4 + quarter + (revised ? 997 : 0)) % Documents;
        var known = Shanghai.StartOf(new(year, 3 * quarter, 28)).AddDays(revised ? 200 : 30);
        return new()
        {
            Id = ++_lastId,
            Series = series,
            Period = period,
            Attributes = _attributes.Of(new()
            {
                Kind = ValueKind.Actual,
                Uom = series.Uom,
                Stage = revised ? Stage.Revised : Stage.Preliminary,
                KnownFromBasis = KnownFromBasis.Stated,
                Reliability = Reliability.Official,
            }),
            KnownFrom = known,
            SourceText = _texts[source],
            Value = Math.Round((quarter * (60 + series.Id % 40) + (revised ? 1 : 0)) * (1 + (year - FirstYear) * 0.05m), 1),
            RecordedAt = known < recorded ? known : recorded,
            Source = _sources[source],
            Quote = $"{year}年前{quarter}季度，{series.Unit.Name}{series.Indicator.Name}累计完成，保持平稳运行。",
        };
    }

    private static StatisticalUnit City(int number) => number == 1
        ? HandMade.City
        : new() { Code = $"{900000 + number}", Name = $"示例市{number}", Level = UnitLevel.City, Order = 10 + number };

    private static Indicator Measured(int number) =>
        new() { Code = $"generated_{number}", Name = $"示例指标{number}", Type = IndicatorType.Flow, Uom = "亿元", Direction = Direction.Up, Order = 10 + number };
}

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>Which figures of an indicator stand in its two charts, and which years are known to be missing.</summary>
/// <param name="model">The page.</param>
/// <param name="today">The day that the page speaks from, in Asia/Shanghai.</param>
public sealed class ChartFigures(IndicatorModel model, DateOnly today)
{
    /// <summary>Up to this many figures stand as dots; more are joined where nothing is missing between them.</summary>
    public const int MaxDots = 12;

    /// <summary>
    /// Levels (or shares). Values of single quarters and months are not drawn beside year-to-date ones, whose bars they would
    /// seem to be parts of; sums of several years are never drawn.
    /// </summary>
    public IReadOnlyList<Figure> Level { get; } = [.. Levels(model)];

    /// <summary>True when values of single quarters or months were left out.</summary>
    public bool SinglesLeftOut => model.Shown(model.MainMeasure).Any(f => IsSingle(f) && !Level.Contains(f));

    /// <summary>True when sums of several years were left out.</summary>
    public bool SpansLeftOut => model.Shown(model.MainMeasure).Any(f => f.Period.Kind == PeriodKind.Span);

    /// <summary>Shares of province and nation, to which a ratio is held; nothing for levels.</summary>
    public IEnumerable<(StatisticalUnit Unit, IReadOnlyList<Figure> Figures)> LevelBenchmarks =>
        model.MainMeasure == Measure.Share ? Benchmarks(Measure.Share) : [];

    /// <summary>Year-on-year growth.</summary>
    public IReadOnlyList<Figure> Growth { get; } = [.. model.Shown(Measure.Yoy)];

    /// <summary>Year-on-year growth of single quarters and months.</summary>
    public IReadOnlyList<Figure> SingleGrowth { get; } = [.. model.Shown(Measure.YoySingle)];

    /// <summary>Growth on the period before, seasonally adjusted.</summary>
    public IReadOnlyList<Figure> Quarterly { get; } = [.. model.Shown(Measure.Qoq)];

    /// <summary>Average growth, over its span.</summary>
    public IReadOnlyList<Figure> Average { get; } = [.. model.Shown(Measure.AvgGrowth)];

    /// <summary>Growth of province and nation.</summary>
    public IEnumerable<(StatisticalUnit Unit, IReadOnlyList<Figure> Figures)> GrowthBenchmarks => Benchmarks(Measure.Yoy);

    public bool HasGrowth => Growth.Count + SingleGrowth.Count + Quarterly.Count + Average.Count > 0;

    /// <summary>
    /// The years of a flow, from its first figure to the last year that is over, without an annual value: known to be
    /// missing. Stocks are measured when somebody measures them; between two of them nothing is missing.
    /// </summary>
    public IEnumerable<(int Year, bool Partly)> Gaps
    {
        get
        {
            if (model.Indicator.Type != IndicatorType.Flow || model.Filter is not (PeriodFilter.All or PeriodFilter.Year)
                || !Level.Any(f => f.Period.Kind == PeriodKind.Year))
            {
                yield break;
            }

            for (var year = Level.Min(f => f.Period.Start!.Value.Year); year < today.Year; year++)
            {
                var ofYear = Level.Where(f => f.Period.End!.Value.Year == year).ToArray();
                if (!ofYear.Any(f => f.Period.Kind == PeriodKind.Year))
                {
                    yield return (year, ofYear.Length > 0);
                }
            }
        }
    }

    private static IEnumerable<Figure> Levels(IndicatorModel model)
    {
        var figures = model.Shown(model.MainMeasure)
            .Where(f => f is { Value: not null, Period: { End: not null, Kind: not PeriodKind.Span } } && Uoms.Factor(f.Uom, f.Series.Uom) is not null)
            .ToArray();
        return figures.All(IsSingle) ? figures : figures.Where(f => !IsSingle(f));
    }

    private static bool IsSingle(Figure figure) => figure.Period.Kind is PeriodKind.Quarter or PeriodKind.Month;

    private IEnumerable<(StatisticalUnit, IReadOnlyList<Figure>)> Benchmarks(Measure measure) =>
        model.Benchmarks.Select(u => (u, (IReadOnlyList<Figure>)[.. model.ShownOf(u, measure)])).Where(b => b.Item2.Count > 0);
}

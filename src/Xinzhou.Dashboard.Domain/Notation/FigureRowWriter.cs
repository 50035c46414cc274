using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>
/// Writes a figure as a row of the import format that <see cref="FigureTableReader"/> reads back as the same figure.
/// One row a figure: what a row says beside its number then belongs to that figure alone.
/// </summary>
public static class FigureRowWriter
{
    /// <summary>The cells of a figure in the order of <see cref="ImportColumns.All"/>.</summary>
    /// <exception cref="InvalidOperationException">The figure says what the format cannot (a growth of the year-to-date for a single quarter).</exception>
    public static string[] Write(Figure figure)
    {
        var series = figure.Series;
        var basis = BasisOf(figure);
        var number = figure.Value?.ToString(CultureInfo.InvariantCulture) ?? "";
        var isYoy = IsYoy(series.Measure);
        var cells = new Dictionary<string, string?>
        {
            [ImportColumns.Indicator] = series.Benchmark is { } benchmark
                ? IndicatorText.OfGap(series.Indicator.Name, benchmark)
                : series.Indicator.Name,
            [ImportColumns.Region] = series.Unit.Name,
            [ImportColumns.Period] = figure.Period.Code,
            [ImportColumns.Value] = isYoy ? "" : number,
            [ImportColumns.Unit] = UnitOf(figure),
            [ImportColumns.Yoy] = isYoy ? number : "",
            [ImportColumns.Source] = figure.SourceText,
            [ImportColumns.Basis] = Code.Of(basis),
            [ImportColumns.Vintage] = figure.VintageLabel,
            [ImportColumns.Quote] = figure.Quote,
            [ImportColumns.Note] = figure.Note,
            [ImportColumns.Published] = DateNotation.Write(figure.KnownFrom),
            [ImportColumns.Scope] = figure.Scope,
            [ImportColumns.Comparator] = figure.Comparator == Comparator.Equal ? "" : figure.Comparator.Sign(),
            [ImportColumns.Kind] = figure.Kind == basis.Kind() ? "" : Code.Of(figure.Kind),
            [ImportColumns.Text] = figure.Text,
            [ImportColumns.Label] = figure.PeriodLabel,
            [ImportColumns.YearInferred] = figure.YearInferred ? "true" : "",
            [ImportColumns.PriceBasis] = figure.StatedPriceBasis is { } price ? Code.Of(price) : "",
            [ImportColumns.KnownBasis] = Code.Of(figure.KnownFromBasis),
            [ImportColumns.Recorded] = DateNotation.Write(figure.RecordedAt),
        };
        return [.. ImportColumns.All.Select(c => cells[c] ?? "")];
    }

    /// <summary>
    /// The basis that reads back as exactly this measure, period and kind, the most natural first. An indicator that was
    /// created by an import must be created again with its type: there a basis that gives the type goes before one that
    /// gives none, and that before one that gives another.
    /// </summary>
    private static Basis BasisOf(Figure figure)
    {
        var faithful = Natural(figure).Concat(Enum.GetValues<Basis>()).Where(b => Means(b, figure));
        var basis = IsCreated(figure) ? faithful.OrderBy(b => TypeRank(b, figure)).Cast<Basis?>().FirstOrDefault() : faithful.Cast<Basis?>().FirstOrDefault();
        return basis ?? throw new InvalidOperationException($"{figure.Key}: no basis writes {figure.Series.Measure} of {figure.Period}.");
    }

    private static IEnumerable<Basis> Natural(Figure figure)
    {
        var (measure, period, type) = (figure.Series.Measure, figure.Period, figure.Series.Indicator.Type);
        return measure switch
        {
            Measure.Share => [Basis.Ratio],
            Measure.Gap => [Basis.Gap],
            Measure.AvgGrowth => [Basis.AvgGrowth],
            Measure.YoySingle => [Basis.DiscreteGrowth],
            Measure.Level when period.Kind == PeriodKind.Span => [Basis.MultiYearSum],
            _ when period.IsBareYear => [Basis.Forecast, Basis.Target, Basis.Stock],
            _ when type == IndicatorType.Stock || (measure == Measure.Level && period.Kind == PeriodKind.Point) => [Basis.Stock],
            Measure.Level => [period.Kind == PeriodKind.Year ? Basis.Annual : Basis.Ytd],
            Measure.Yoy => [Basis.GrowthOnly],
            _ => [],
        };
    }

    /// <summary>True when a row with this basis is read as the figure.</summary>
    private static bool Means(Basis basis, Figure figure)
    {
        var (measure, type) = (figure.Series.Measure, figure.Series.Indicator.Type);
        var isExpectation = basis is Basis.Forecast or Basis.Target;
        var read = measure == Measure.Qualitative ? basis == Basis.Qualitative
            : IsYoy(measure) ? basis.MeasureOfYoy(figure.Period.Kind) == measure
            : basis.MeasureOfValue(measure == Measure.Gap ? NameSuffix.Above : NameSuffix.None, type) == measure;
        return read
            && (!isExpectation || basis.Kind() == figure.Kind)
            && figure.Period.Equals(PeriodNotation.Read(figure.Period.Code, basis, out _));
    }

    private static int TypeRank(Basis basis, Figure figure) =>
        basis.CreatedType(IsYoy(figure.Series.Measure) ? "" : figure.Uom, figure.Period.Kind) switch
        {
            { } type when type == figure.Series.Indicator.Type => 0,
            null => 1,
            _ => 2,
        };

    private static bool IsYoy(Measure measure) => measure is Measure.Yoy or Measure.YoySingle or Measure.GrowthPrevSpan;

    /// <summary>True for an indicator that an import created: its code is its name.</summary>
    private static bool IsCreated(Figure figure) => figure.Series.Indicator.Code == figure.Series.Indicator.Name;

    /// <summary>
    /// The unit of the row's value. A row without a value has none, but an indicator that was created may owe its unit to it.
    /// </summary>
    private static string UnitOf(Figure figure) =>
        figure.Value is not null && !IsYoy(figure.Series.Measure) ? figure.Uom
        : IsCreated(figure) ? figure.Series.Indicator.Uom
        : "";
}

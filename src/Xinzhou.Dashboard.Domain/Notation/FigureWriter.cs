using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>
/// Writes a figure as a row of the import format that <see cref="FigureReader"/> reads back as the same figure.
/// One row a figure: what a row says beside its number then belongs to that figure alone.
/// </summary>
public static class FigureWriter
{
    /// <summary>The cells of a figure in the order of <see cref="ImportColumns.All"/>.</summary>
    /// <exception cref="InvalidOperationException">The figure says what the format cannot (a growth of the year-to-date for a single quarter).</exception>
    public static string[] Write(Figure figure)
    {
        var series = figure.Series;
        var basis = BasisOf(figure);
        var number = figure.Value?.ToString(CultureInfo.InvariantCulture) ?? "";
        var isYoy = series.Measure is Measure.Yoy or Measure.YoySingle or Measure.GrowthPrevSpan;
        var cells = new Dictionary<string, string?>
        {
            [ImportColumns.Indicator] = series.Benchmark is { } benchmark
                ? IndicatorText.OfGap(series.Indicator.Name, benchmark)
                : series.Indicator.Name,
            [ImportColumns.Region] = series.Unit.Name,
            [ImportColumns.Period] = figure.Period.Code,
            [ImportColumns.Value] = isYoy ? "" : number,
            [ImportColumns.Unit] = isYoy ? "" : figure.Uom,
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
    /// The basis under which the row means exactly this measure, period and kind, and creates an indicator of the same type.
    /// </summary>
    private static Basis BasisOf(Figure figure)
    {
        var (measure, period, type) = (figure.Series.Measure, figure.Period, figure.Series.Indicator.Type);
        return measure switch
        {
            Measure.Qualitative => Basis.Qualitative,
            Measure.Share => Basis.Ratio,
            Measure.Gap => Basis.Gap,
            Measure.Qoq => Basis.QoqSa,
            Measure.AvgGrowth => Basis.AvgGrowth,
            Measure.YoySingle => Basis.DiscreteGrowth,
            Measure.GrowthPrevSpan => Basis.MultiYearSum,
            Measure.Level when period.Kind is PeriodKind.Quarter or PeriodKind.Month => Basis.Discrete,
            Measure.Level when period.Kind == PeriodKind.Span => Basis.MultiYearSum,
            _ when period.IsBareYear => OfBareYear(figure),
            _ when period.Kind is PeriodKind.Quarter or PeriodKind.Month =>
                throw new InvalidOperationException($"{figure.Key}: no basis writes {measure} of {period}."),
            Measure.Level when type == IndicatorType.Stock || period.Kind == PeriodKind.Point => Basis.Stock,
            Measure.Level => period.Kind == PeriodKind.Year ? Basis.Annual : Basis.Ytd,
            _ => type == IndicatorType.Stock ? Basis.Stock : Basis.GrowthOnly,
        };
    }

    /// <summary>
    /// A level or growth of a bare year: a basis for flows would make it the full year. Forecasts and targets keep it, but
    /// take the value of a ratio for its share.
    /// </summary>
    private static Basis OfBareYear(Figure figure) => figure.Kind switch
    {
        ValueKind.Forecast when figure.Series.Indicator.Type != IndicatorType.Ratio => Basis.Forecast,
        ValueKind.Target when figure.Series.Indicator.Type != IndicatorType.Ratio => Basis.Target,
        _ => Basis.Stock,
    };
}

using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>The basis table of the import format (CONTRACTS, 2, Basis), one question a method.</summary>
public static class BasisRules
{
    /// <summary>The kind of statement that a basis makes when the column <c>kind</c> does not say.</summary>
    public static ValueKind Kind(this Basis basis) => basis switch
    {
        Basis.Forecast => ValueKind.Forecast,
        Basis.Target => ValueKind.Target,
        _ => ValueKind.Actual,
    };

    /// <summary>What the column <c>value</c> is; null when it must be empty.</summary>
    /// <param name="basis">The basis.</param>
    /// <param name="suffix">What the suffix of the indicator's text says: it decides for forecasts and targets.</param>
    /// <param name="type">The type of the indicator: a forecast or target of a ratio is a share.</param>
    public static Measure? MeasureOfValue(this Basis basis, NameSuffix suffix, IndicatorType type) => basis switch
    {
        Basis.Ytd or Basis.Annual or Basis.Discrete or Basis.Stock or Basis.MultiYearSum => Measure.Level,
        Basis.Ratio => Measure.Share,
        Basis.Gap => Measure.Gap,
        Basis.QoqSa => Measure.Qoq,
        Basis.AvgGrowth => Measure.AvgGrowth,
        Basis.Forecast or Basis.Target => suffix switch
        {
            NameSuffix.AvgGrowth => Measure.AvgGrowth,
            NameSuffix.Above or NameSuffix.Below => Measure.Gap,
            _ => type == IndicatorType.Ratio ? Measure.Share : Measure.Level,
        },
        _ => null,
    };

    /// <summary>What the column <c>yoy</c> is; null when it must be empty.</summary>
    public static Measure? MeasureOfYoy(this Basis basis, PeriodKind period) => basis switch
    {
        Basis.Ytd or Basis.Annual or Basis.Stock or Basis.YtdGrowth => Measure.Yoy,
        Basis.GrowthOnly or Basis.Forecast or Basis.Target =>
            period is PeriodKind.Quarter or PeriodKind.Month ? Measure.YoySingle : Measure.Yoy,
        Basis.Discrete or Basis.DiscreteGrowth => Measure.YoySingle,
        Basis.MultiYearSum => Measure.GrowthPrevSpan,
        _ => null,
    };

    /// <summary>
    /// The type of an indicator that a row with this basis creates; null where the basis says nothing of it.
    /// </summary>
    /// <param name="basis">The basis.</param>
    /// <param name="uom">The unit of the row's value; empty when it has none.</param>
    /// <param name="period">The kind of the row's period.</param>
    public static IndicatorType? CreatedType(this Basis basis, string uom, PeriodKind period) => basis switch
    {
        Basis.Ytd or Basis.Annual or Basis.Discrete or Basis.GrowthOnly or Basis.YtdGrowth or Basis.DiscreteGrowth
            or Basis.QoqSa => IndicatorType.Flow,
        Basis.Stock => IndicatorType.Stock,
        Basis.Ratio => IndicatorType.Ratio,
        Basis.Forecast or Basis.Target when uom == Uoms.Percent => IndicatorType.Ratio,
        Basis.Forecast or Basis.Target => period == PeriodKind.Point ? IndicatorType.Stock : IndicatorType.Flow,
        _ => null,
    };

    /// <summary>True where Q1 and M01 are the single quarter and month, and year-to-date periods are errors.</summary>
    public static bool IsSingle(this Basis basis) => basis is Basis.Discrete or Basis.DiscreteGrowth or Basis.QoqSa;

    /// <summary>True where the single quarters and months (Q2–Q4, M02–M12) are errors.</summary>
    public static bool RefusesSingles(this Basis basis) =>
        basis is Basis.Ytd or Basis.Annual or Basis.YtdGrowth or Basis.Stock;

    /// <summary>True where a bare year is the full year.</summary>
    public static bool ReadsBareYearAsFull(this Basis basis) =>
        basis is Basis.Ytd or Basis.Annual or Basis.GrowthOnly or Basis.YtdGrowth;
}

using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>Which fields a basis wants filled, which empty, and in which unit.</summary>
internal static class FieldsOfBasis
{
    public static void Check(RowFields row, Basis basis, IndicatorText name, Indicator? indicator)
    {
        if (basis == Basis.Qualitative)
        {
            CheckQualitative(row);
            return;
        }

        var (hasValue, hasYoy) = (row.Has(ImportColumns.Value), row.Has(ImportColumns.Yoy));
        if (!hasValue && !hasYoy)
        {
            row.Wrong(ImportColumns.Value, new(FaultReason.NoNumber));
        }

        if (row.Has(ImportColumns.Text))
        {
            row.Wrong(ImportColumns.Text, new(FaultReason.TextNotEmpty, Code.Of(basis)));
        }

        var measure = basis.MeasureOfValue(name.Suffix, indicator?.Type ?? IndicatorType.Flow);
        if (hasValue && measure is null)
        {
            row.Wrong(ImportColumns.Value, new(FaultReason.ValueNotEmpty, Code.Of(basis)));
        }

        if (hasYoy && basis.MeasureOfYoy(PeriodKind.Year) is null)
        {
            row.Wrong(ImportColumns.Yoy, new(FaultReason.YoyNotEmpty, Code.Of(basis)));
        }

        var uom = row.Uom;
        if (hasValue && measure == Measure.Gap && uom != Uoms.PercentagePoint)
        {
            row.Wrong(ImportColumns.Unit, new(FaultReason.GapUnit));
        }
        else if (hasValue && measure is Measure.Share or Measure.Qoq or Measure.AvgGrowth && uom is not ("" or Uoms.Percent))
        {
            row.Wrong(ImportColumns.Unit, new(FaultReason.PercentUnit, Code.Of(basis)));
        }
    }

    /// <summary>Words and no number.</summary>
    private static void CheckQualitative(RowFields row)
    {
        foreach (var column in new[] { ImportColumns.Value, ImportColumns.Yoy })
        {
            if (row.Has(column))
            {
                row.Wrong(column, new(FaultReason.NumberNotEmpty));
            }
        }

        if (!row.Has(ImportColumns.Text) && !row.Has(ImportColumns.Quote))
        {
            row.Wrong(ImportColumns.Text, new(FaultReason.NoText));
        }
    }
}

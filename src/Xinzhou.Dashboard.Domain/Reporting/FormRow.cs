using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A row of a form: a series to report, or the progress of a key task.</summary>
public sealed record FormRow
{
    /// <summary>Its place in the form, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The indicator; null for a task.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>The statistical unit; null for a task.</summary>
    public StatisticalUnit? Unit { get; init; }

    /// <summary>The number of the task whose progress is reported, in % of the work; null for a series.</summary>
    public int? Task { get; init; }

    /// <summary>Level, or share for a ratio. Of no meaning for a task.</summary>
    public Measure Measure { get; init; }
    public required RowTiming Timing { get; init; }

    /// <summary>The unit that the value is entered in.</summary>
    public required string Uom { get; init; }

    /// <summary>The digits after the point that are entered, 0–6.</summary>
    public required int Decimals { get; init; }

    /// <summary>True when the year-on-year growth, in %, is asked for too. It is a fact of its own and never computed.</summary>
    public bool AsksGrowth { get; init; }

    /// <summary>How far it is set in (其中), 0–3.</summary>
    public int Indent { get; init; }

    /// <summary>For a share that is computed and not asked for: the row of the part.</summary>
    public int? PartRow { get; init; }

    /// <summary>For a share that is computed and not asked for: the row of the whole.</summary>
    public int? TotalRow { get; init; }

    public bool IsComputed => PartRow is not null;

    public bool IsFlow => Timing == RowTiming.YearToDate && Indicator is { Type: IndicatorType.Flow, Additive: true } && Measure == Measure.Level;

    /// <summary>True for what is counted at a moment: it has a value then, be it the one of before.</summary>
    public bool IsStock => Timing == RowTiming.PointInTime && Indicator is { Type: IndicatorType.Stock };

    /// <summary>The fields that are entered in it.</summary>
    public IEnumerable<CellField> Fields => IsComputed ? [] : AsksGrowth ? [CellField.Value, CellField.Growth] : [CellField.Value];

    /// <summary>The measure of the figure that a field gives.</summary>
    public Measure MeasureOf(CellField field) => field == CellField.Growth ? Measure.Yoy : Measure;

    /// <summary>The digits after the point that are entered in a field; growth is published with one.</summary>
    public int DecimalsOf(CellField field) => field == CellField.Growth ? 1 : Decimals;

    /// <summary>The unit of a field.</summary>
    public string UomOf(CellField field) => field == CellField.Growth ? Uoms.Percent : Uom;
}

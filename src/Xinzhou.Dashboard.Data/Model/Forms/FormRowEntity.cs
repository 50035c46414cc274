using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Model.Forms;

/// <summary>A row of a version of a form: a series, or the progress of a key task.</summary>
internal sealed class FormRowEntity
{
    /// <summary>The form.</summary>
    public required string FormCode { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The indicator; null if it asks for a task.</summary>
    public string? IndicatorCode { get; init; }

    /// <summary>The statistical unit; null if it asks for a task.</summary>
    public string? UnitCode { get; init; }

    /// <summary>The key task; null if it asks for a series.</summary>
    public int? TaskNumber { get; init; }

    /// <summary>Level or share; null if it asks for a task.</summary>
    public Measure? Measure { get; init; }

    /// <summary>Since the year's begin, or at the quarter's end.</summary>
    public required RowTiming Timing { get; init; }

    /// <summary>The unit of measurement.</summary>
    public required string Uom { get; init; }

    /// <summary>How many decimals are written: 0–6.</summary>
    public required int Decimals { get; init; }

    /// <summary>Whether the growth is asked for too.</summary>
    public required bool AsksGrowth { get; init; }

    /// <summary>How far it is set in: 0–3.</summary>
    public required int Indent { get; init; }

    /// <summary>With the total: the share is computed from these rows.</summary>
    public int? PartRow { get; init; }

    /// <summary>With the part: the share is computed from these rows.</summary>
    public int? TotalRow { get; init; }
}

using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Model.Figures;

/// <summary>A series as it is kept; figures speak of it by its number.</summary>
internal sealed class SeriesEntity
{
    /// <summary>Given by the database.</summary>
    public int Id { get; init; }

    /// <summary>The indicator.</summary>
    public required string IndicatorCode { get; init; }

    /// <summary>The statistical unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>With what a gap is measured; null if it is no gap.</summary>
    public Benchmark? Benchmark { get; init; }
}

namespace Xinzhou.Dashboard.Data.Model.Figures;

/// <summary>Somebody took figures away as a file, and is told when one of them is corrected.</summary>
internal sealed class FigureExportEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>Who.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Figures of which indicator.</summary>
    public required string IndicatorCode { get; init; }

    /// <summary>Of which unit; null for all.</summary>
    public string? UnitCode { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

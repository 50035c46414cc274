namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// What qualifies the value of a figure: in SDMX, its attributes. They are the same for most figures of a table, which share one
/// object: of millions of figures, few of these are held.
/// </summary>
public sealed record FigureAttributes
{
    /// <summary>The period in the source's own words (上半年, 到年底), where they are given.</summary>
    public string? PeriodLabel { get; init; }

    /// <summary>True when the source names no year.</summary>
    public bool YearInferred { get; init; }

    /// <summary>A restriction of what is counted (不包括开发区); figures of different scope are never joined. Empty: none.</summary>
    public string Scope { get; init; } = "";

    public required ValueKind Kind { get; init; }

    public Comparator Comparator { get; init; }

    /// <summary>The unit as published.</summary>
    public required string Uom { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>The vintage as the source words it; may be empty.</summary>
    public string VintageLabel { get; init; } = "";

    /// <summary>统一核算: calculated by the statistical office above.</summary>
    public bool UnifiedAccounting { get; init; }

    /// <summary>The price basis that the source states; null when it does not.</summary>
    public PriceBasis? StatedPriceBasis { get; init; }

    public required KnownFromBasis KnownFromBasis { get; init; }

    public required Reliability Reliability { get; init; }
}

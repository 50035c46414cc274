namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// What one figure says and how its source says it: the same whether it is only read from a document or recorded. Every
/// field of a figure is spelled here, but for those that recording gives it.
/// </summary>
public abstract record FigureContent
{
    public required Period Period { get; init; }

    /// <summary>The period in the source's own words (上半年, 到年底), where they are given.</summary>
    public string? PeriodLabel { get; init; }

    /// <summary>True when the source names no year.</summary>
    public bool YearInferred { get; init; }

    /// <summary>A restriction of what is counted (不包括开发区); figures of different scope are never joined. Empty: none.</summary>
    public string Scope { get; init; } = "";

    public required ValueKind Kind { get; init; }

    /// <summary>The value with its published decimals, in <see cref="Uom"/>; null for a qualitative fact.</summary>
    public decimal? Value { get; init; }

    /// <summary>The words of a qualitative fact; null for a number.</summary>
    public string? Text { get; init; }
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

    /// <summary>The moment from which it was publicly known.</summary>
    public required DateTimeOffset KnownFrom { get; init; }
    public required KnownFromBasis KnownFromBasis { get; init; }

    /// <summary>The citation as written, with origin and remarks.</summary>
    public required string SourceText { get; init; }
    public required Reliability Reliability { get; init; }

    /// <summary>The source's sentence, literally; it may be elided with ….</summary>
    public string? Quote { get; init; }
    public string? Note { get; init; }

    /// <summary>What it says: value, unit, comparator and words together.</summary>
    public Statement Statement
    {
        get => new(Value, Uom, Comparator, Text);
        init => (Value, Uom, Comparator, Text) = (value.Value, value.Uom, value.Comparator, value.Text);
    }
}

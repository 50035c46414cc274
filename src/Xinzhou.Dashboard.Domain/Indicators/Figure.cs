namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// One published statement about one series in one period, as its source made it. Figures are only ever inserted:
/// a new vintage, a correction or another source is another figure.
/// </summary>
public sealed record Figure
{
    /// <summary>Increases with every insertion; of equals, the later wins.</summary>
    public required long Id { get; init; }
    public required Series Series { get; init; }
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

    /// <summary>The moment it was recorded in this installation.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public required SourceDocument Source { get; init; }

    /// <summary>The citation as written, with origin and remarks.</summary>
    public required string SourceText { get; init; }
    public required Reliability Reliability { get; init; }

    /// <summary>The source's sentence, literally; it may be elided with ….</summary>
    public string? Quote { get; init; }
    public string? Note { get; init; }

    /// <summary>The identifier of the API: <c>f</c> and ten digits, so that ids sort as they were inserted.</summary>
    public string Key => $"f{Id:D10}";

    /// <summary>The price basis: as the source says, else the indicator's; null when neither says.</summary>
    public PriceBasis? PriceBasis => StatedPriceBasis ?? Series.Measure switch
    {
        Measure.Level => Series.Indicator.PriceBasisOfLevel,
        Measure.Yoy or Measure.YoySingle or Measure.Qoq or Measure.AvgGrowth => Series.Indicator.PriceBasisOfGrowth,
        _ => null,
    };

    /// <summary>True while a later vintage is to be expected, or when the year is inferred.</summary>
    public bool Provisional => Stage is Stage.Flash or Stage.Preliminary || YearInferred;

    /// <summary>The size of the last published digit, in <see cref="Uom"/> (676.5 → 0.1).</summary>
    public decimal Step => Value is { } value ? Decimals.Step(value) : 0;
}

using System.Diagnostics.CodeAnalysis;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// One published statement about one series in one period, as its source made it. Figures are only ever inserted:
/// a new vintage, a correction or another source is another figure.
/// </summary>
public sealed record Figure : FigureContent
{
    // Half of what a moment with its offset takes.
    private readonly long _recordedAt;

    public Figure()
    {
    }

    /// <summary>What a document says, recorded.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="id">The number of the figure.</param>
    /// <param name="series">The series it is of.</param>
    /// <param name="source">The document cited.</param>
    /// <param name="recordedAt">The moment of recording.</param>
    [SetsRequiredMembers]
    public Figure(FigureContent content, long id, Series series, SourceDocument source, DateTimeOffset recordedAt)
        : base(content) =>
        (Id, Series, Source, RecordedAt) = (id, series, source, recordedAt);

    /// <summary>Increases with every insertion; of equals, the later wins.</summary>
    public required long Id { get; init; }
    public required Series Series { get; init; }

    /// <summary>The document cited.</summary>
    public required SourceDocument Source { get; init; }

    /// <summary>The moment it was recorded in this installation.</summary>
    public required DateTimeOffset RecordedAt { get => new(_recordedAt, TimeSpan.Zero); init => _recordedAt = value.UtcTicks; }

    /// <summary>The identifier of the API: <c>f</c> and ten digits, so that ids sort as they were inserted.</summary>
    public string Key => $"f{Id:D10}";

    /// <summary>The number in an identifier of a figure; null when it is none.</summary>
    public static long? IdOf(string key) => Identifier.Read(key, 'f', 10);

    /// <summary>True for what a return released: it is known from its release, which is a day of its own.</summary>
    public bool IsKnownFromRelease => KnownFromBasis == KnownFromBasis.Recorded && Reliability == Reliability.Return;

    /// <summary>True where its source states no day of publication and the moment of recording stands in.</summary>
    public bool IsDayUnstated => KnownFromBasis == KnownFromBasis.Recorded && Reliability != Reliability.Return;

    /// <summary>The price basis: as the source says, else the indicator's; null when neither says.</summary>
    public PriceBasis? PriceBasis => StatedPriceBasis ?? Series.PriceBasis;

    /// <summary>
    /// True where the value is one at prices, stated or not: of an amount of money, of its growth, and of growth whose amount
    /// has no unit here. Counts, tonnes, ratios and indices have none.
    /// </summary>
    public bool HasPrices => PriceBasis is not null
        || (Series is { Measure: not (Measure.Gap or Measure.Share or Measure.Qualitative), Indicator: { Type: IndicatorType.Flow or IndicatorType.Stock, Uom: var amount } }
            && (amount.Length == 0 || amount == Uoms.Percent || amount.Contains('元', StringComparison.Ordinal)));

    /// <summary>True in the price basis of its series, which leads; of real and nominal growth one does.</summary>
    public bool IsInLeadingPrices => PriceBasis == Series.PriceBasis;

    /// <summary>True while a later vintage is to be expected, or when the year is inferred.</summary>
    public bool Provisional => Stage is Stage.Flash or Stage.Preliminary || YearInferred;

    /// <summary>The size of the last published digit, in <see cref="FigureContent.Uom"/> (676.5 → 0.1).</summary>
    public decimal Step => Value is { } value ? Decimals.Step(value) : 0;
}

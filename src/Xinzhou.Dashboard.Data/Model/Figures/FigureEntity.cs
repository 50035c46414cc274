using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Model.Figures;

/// <summary>A published figure as it is kept. Figures are written and read in bulk by COPY; this is for questions about some of them.</summary>
internal sealed class FigureEntity
{
    /// <summary>Given by the database; grows in the order of commit.</summary>
    public long Id { get; init; }

    /// <summary>The series.</summary>
    public required int SeriesId { get; init; }

    /// <summary>A part of the series; empty if it is the whole.</summary>
    public required string Scope { get; init; }

    /// <summary>The period, in its code.</summary>
    public required string PeriodCode { get; init; }

    /// <summary>The kind of the period.</summary>
    public required PeriodKind PeriodKind { get; init; }

    /// <summary>The period as its source writes it.</summary>
    public string? PeriodLabel { get; init; }

    /// <summary>True if the source does not say the year.</summary>
    public required bool YearInferred { get; init; }

    /// <summary>Actual, forecast or target.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>The value; null if it is said in words.</summary>
    public decimal? Value { get; init; }

    /// <summary>What is said in words; null if there is a value.</summary>
    public string? Text { get; init; }

    /// <summary>How the value is to be read.</summary>
    public required Comparator Comparator { get; init; }

    /// <summary>The unit of measurement.</summary>
    public required string Uom { get; init; }

    /// <summary>How final it is.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The vintage as its source calls it; may be empty.</summary>
    public required string VintageLabel { get; init; }

    /// <summary>True if the province has computed it for its cities.</summary>
    public required bool UnifiedAccounting { get; init; }

    /// <summary>As the source states it; null if it does not.</summary>
    public PriceBasis? PriceBasis { get; init; }

    /// <summary>From when it was known.</summary>
    public required DateTimeOffset KnownFrom { get; init; }

    /// <summary>How that is known.</summary>
    public required KnownFromBasis KnownFromBasis { get; init; }

    /// <summary>When it was entered here.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The document.</summary>
    public required int SourceId { get; init; }

    /// <summary>The document as the figure names it.</summary>
    public required string SourceText { get; init; }

    /// <summary>How reliable the document was when the figure was entered.</summary>
    public required Reliability Reliability { get; init; }

    /// <summary>The sentence that says it.</summary>
    public string? Quote { get; init; }

    /// <summary>What else is to be known.</summary>
    public string? Note { get; init; }

    /// <summary>How many withdrawn figures of the same series, period, source, stage and moment it follows.</summary>
    public int AfterWithdrawn { get; init; }
}

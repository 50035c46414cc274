using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>A figure read from a document, before it is recorded.</summary>
public sealed record FigureDraft
{
    /// <summary>The line it was read from.</summary>
    public required int Line { get; init; }

    /// <summary>The column it was read from: value, yoy or text.</summary>
    public required string Column { get; init; }
    public required Indicator Indicator { get; init; }
    public required StatisticalUnit Unit { get; init; }
    public required Measure Measure { get; init; }
    public Benchmark? Benchmark { get; init; }
    public string Scope { get; init; } = "";
    public required Period Period { get; init; }
    public string? PeriodLabel { get; init; }
    public bool YearInferred { get; init; }
    public required ValueKind Kind { get; init; }
    public required Statement Statement { get; init; }
    public required VintageText Vintage { get; init; }
    public PriceBasis? StatedPriceBasis { get; init; }
    public required DateTimeOffset KnownFrom { get; init; }
    public required KnownFromBasis KnownFromBasis { get; init; }
    public required SourceText Source { get; init; }
    public required Reliability Reliability { get; init; }
    public string? Quote { get; init; }
    public string? Note { get; init; }

    public FigureKey Key => new(
        Indicator.Code, Unit.Code, Measure, Benchmark, Scope, Period.Code, Period.Kind, Kind, Vintage.Stage, Source.Identity);
}

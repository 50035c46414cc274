using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>A figure read from a document, before it is recorded.</summary>
public sealed record FigureDraft : FigureContent
{
    /// <summary>The line it was read from.</summary>
    public required int Line { get; init; }

    /// <summary>The column it was read from: value, yoy or text.</summary>
    public required string Column { get; init; }
    public required Indicator Indicator { get; init; }
    public required StatisticalUnit Unit { get; init; }
    public required Measure Measure { get; init; }
    public Benchmark? Benchmark { get; init; }

    /// <summary>The citation, taken apart; <see cref="FigureContent.SourceText"/> is it as written.</summary>
    public required SourceText Source { get; init; }

    /// <summary>
    /// How many withdrawn figures it takes the place of that say of themselves that they are it: of the same key, known from
    /// the same moment. They stand in nobody's way; the database counts along.
    /// </summary>
    public int AfterWithdrawn { get; init; }

    public FigureKey Key => FigureKey.Of(this, Indicator, Unit, Measure, Benchmark, Source.Identity);
}

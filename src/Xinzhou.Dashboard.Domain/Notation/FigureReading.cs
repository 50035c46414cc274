using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>What a table says: figures, if nothing in it is faulty.</summary>
public sealed record FigureReading
{
    /// <summary>The number of rows with anything written in them.</summary>
    public required int Rows { get; init; }

    /// <summary>The figures that could be read, in the order of the file; with any fault none of them is stored.</summary>
    public required IReadOnlyList<FigureDraft> Figures { get; init; }

    /// <summary>What is wrong, by line. Any fault refuses the whole file.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }

    /// <summary>Columns that are not known and were ignored: they refuse nothing.</summary>
    public IReadOnlyList<Fault> Warnings { get; init; } = [];

    /// <summary>Indicators that the catalogue does not have, to be created.</summary>
    public IReadOnlyList<Indicator> NewIndicators { get; init; } = [];

    /// <summary>Statistical units that the catalogue does not have, to be created.</summary>
    public IReadOnlyList<StatisticalUnit> NewUnits { get; init; } = [];

    /// <summary>The number of lines that have a fault (the header and an unreadable file count as one).</summary>
    public int RejectedLines => Faults.Select(f => f.Line).Distinct().Count();
}

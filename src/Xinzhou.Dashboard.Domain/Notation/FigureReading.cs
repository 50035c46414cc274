using System.Collections.Frozen;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>What a table says: figures, if nothing in it is faulty.</summary>
public sealed record FigureReading
{
    /// <summary>The number of rows with anything written in them.</summary>
    public required int Rows { get; init; }

    /// <summary>
    /// The figures that could be read, in the order of the file; with any fault none of them is stored. Those of a long file are not
    /// held, but read anew whenever they are asked for.
    /// </summary>
    public required IReadOnlyCollection<FigureDraft> Figures { get; init; }

    /// <summary>Which of their keys several of them have.</summary>
    public RepeatedKeys Keys { get; init; } = new();

    /// <summary>The codes of the indicators that they are of.</summary>
    public IReadOnlySet<string> Indicators { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The codes of the units that they are of.</summary>
    public IReadOnlySet<string> Units { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The first four letters of the codes of their periods.</summary>
    public IReadOnlySet<string> Years { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What is wrong, by line. Any fault refuses the whole file.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }

    /// <summary>Columns that are not known and were ignored: they refuse nothing.</summary>
    public IReadOnlyList<Fault> Warnings { get; init; } = [];

    /// <summary>Indicators that the catalogue does not have, to be created.</summary>
    public IReadOnlyList<Indicator> NewIndicators { get; init; } = [];

    /// <summary>Statistical units that the catalogue does not have, to be created.</summary>
    public IReadOnlyList<StatisticalUnit> NewUnits { get; init; } = [];

    /// <summary>The same at another moment of import: a figure whose day nobody knows is known from then.</summary>
    public FigureReading At(DateTimeOffset now) => Figures is TableFigures figures ? this with { Figures = figures.At(now) } : this;

    /// <summary>The number of lines that have a fault (the header and an unreadable file count as one).</summary>
    public int RejectedLines => Faults.Select(f => f.Line).Distinct().Count();
}

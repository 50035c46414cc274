using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>One side of a <see cref="CellCheck"/>.</summary>
public abstract record CellTerm
{
    private CellTerm()
    {
    }

    /// <summary>The number judged.</summary>
    public static CellTerm Own { get; } = new OwnCell();

    /// <summary>The year-to-date value before that of the number judged, within its year.</summary>
    public static CellTerm Earlier { get; } = new EarlierCell();

    /// <summary>The number judged.</summary>
    public sealed record OwnCell : CellTerm;

    /// <summary>The year-to-date value before.</summary>
    public sealed record EarlierCell : CellTerm;

    /// <summary>The value of another series for the same period, in the unit of the number judged.</summary>
    public sealed record Beside(string Indicator, string Unit, Measure Measure) : CellTerm;

    /// <summary>A number.</summary>
    public sealed record Number(decimal Value) : CellTerm;

    /// <summary>The sum of cells.</summary>
    public sealed record Sum(IReadOnlyList<CellTerm> Cells) : CellTerm;

    /// <summary>How far two terms are apart.</summary>
    public sealed record Distance(CellTerm One, CellTerm Other) : CellTerm;

    /// <summary>How far a term is from zero.</summary>
    public sealed record Magnitude(CellTerm Of) : CellTerm;

    /// <summary>What roundings allow: ½ of the last digit of each cell, added up.</summary>
    public sealed record Rounding(IReadOnlyList<CellTerm> Cells) : CellTerm;
}

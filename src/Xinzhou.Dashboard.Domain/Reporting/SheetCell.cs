using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A cell of a return as it stands against the rules.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Stored">What is stored; null before the first entry.</param>
/// <param name="Figure">The figure that it would be if it were released now; null without a value, and for tasks.</param>
/// <param name="Findings">The rules that the figure would break.</param>
/// <param name="State">What it says about itself.</param>
public sealed record SheetCell(CellAddress Address, ReturnCell? Stored, Figure? Figure, IReadOnlyList<Finding> Findings, CellState State)
{
    /// <summary>What is in it.</summary>
    public CellEntry Entry => Stored?.Entry ?? CellEntry.Empty;

    /// <summary>0 before the first entry.</summary>
    public int Version => Stored?.Version ?? 0;

    /// <summary>
    /// The published figure beside which the cell was typed before: it need not be filled any more, and what stands in it
    /// stays; null if there is none.
    /// </summary>
    public Figure? Published { get; init; }

    /// <summary>True when the value has more decimals than the form asks for: they are kept, and it is said wherever the cell is looked at.</summary>
    public bool HasMoreDecimals { get; init; }

    /// <summary>The worst finding; null if there is none.</summary>
    public Finding? Worst => Findings.MinBy(f => f.Severity);

    /// <summary>What rules ask about the value; one explanation answers all of it.</summary>
    public IEnumerable<Finding> Questions => Findings.Where(f => f.Severity == Severity.Warning);

    /// <summary>True when rules ask about the value and what they ask is answered.</summary>
    public bool IsAnswered => Entry.IsExplained && Questions.Any();
}

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A cell of a block and where it falls.</summary>
/// <param name="Row">The number of the row; null if there is none.</param>
/// <param name="Column">0 for the value, 1 for the growth; greater beyond what is entered.</param>
/// <param name="Text">As copied.</param>
/// <param name="Label">What its line calls itself where no row is called so; null otherwise.</param>
public sealed record PlacedCell(int? Row, int Column, string Text, string? Label = null)
{
    /// <summary>The unit that the head of its column, or the line itself, names for it; null when they name none.</summary>
    public string? Uom { get; init; }

    /// <summary>What its line says besides that the form does not know, or several units; null when it says nothing of the kind.</summary>
    public string? Unclear { get; init; }

    /// <summary>True when another line of the block falls on the same cell: which of them is meant nobody can say.</summary>
    public bool IsRepeated { get; init; }
}

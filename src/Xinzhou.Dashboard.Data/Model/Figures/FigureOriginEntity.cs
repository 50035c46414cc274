using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Model.Figures;

/// <summary>The cell of a return that a released figure came out of.</summary>
internal sealed class FigureOriginEntity
{
    /// <summary>The figure.</summary>
    public required long FigureId { get; init; }

    /// <summary>The return.</summary>
    public required int ReturnId { get; init; }

    /// <summary>The row of its form.</summary>
    public required int RowNumber { get; init; }

    /// <summary>The field of the row.</summary>
    public required CellField Field { get; init; }

    /// <summary>Who entered it.</summary>
    public required Guid EnteredBy { get; init; }

    /// <summary>Who released it: somebody else.</summary>
    public required Guid ReleasedBy { get; init; }

    /// <summary>Why it is right though a rule asks.</summary>
    public string? Explanation { get; init; }

    /// <summary>Why it took the place of one released before; null for the first.</summary>
    public string? Correction { get; init; }
}

using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Where a released figure comes from: the cell of a return, who entered it and who released it.</summary>
/// <param name="Figure">The number of the figure.</param>
/// <param name="Return">The number of the return.</param>
/// <param name="Department">The code of the department whose return it is.</param>
/// <param name="Cell">The cell of the return.</param>
/// <param name="EnteredBy">填报人.</param>
/// <param name="ReleasedBy">审定人: never the same person.</param>
/// <param name="Explanation">What the reporter said of a value that a rule asked about; null if there is nothing.</param>
/// <param name="Correction">Why it took the place of a figure released before; null for the first.</param>
public sealed record FigureOrigin(
    long Figure, int Return, string Department, CellAddress Cell, Person EnteredBy, Person ReleasedBy, string? Explanation, string? Correction);

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A change that a reporter makes to a cell.</summary>
/// <param name="Address">The cell.</param>
/// <param name="Entry">What is to stand in it.</param>
/// <param name="Seen">The version of the cell that he saw; 0 for an empty one.</param>
public sealed record CellEdit(CellAddress Address, CellEntry Entry, int Seen);

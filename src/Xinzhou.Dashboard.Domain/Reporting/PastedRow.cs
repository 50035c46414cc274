namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A row that a block can fall on, with what people call it.</summary>
/// <param name="Number">The number of the row.</param>
/// <param name="Subjects">The names of what it is about: the indicator, or the task.</param>
/// <param name="Places">The names of its statistical unit; empty for a task.</param>
/// <param name="Fields">How many cells are entered in it.</param>
/// <param name="Uom">The unit of its value.</param>
public sealed record PastedRow(int Number, IReadOnlyList<string> Subjects, IReadOnlyList<string> Places, int Fields, string Uom = "");

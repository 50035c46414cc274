using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>批注: said about a return or one of its cells.</summary>
/// <param name="Cell">The cell; null for the return as a whole.</param>
/// <param name="SendsBack">True when the reviewer sent the cell back with it.</param>
/// <param name="Text">What is said.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record ReturnComment(CellAddress? Cell, bool SendsBack, string Text, Person By, DateTimeOffset At);

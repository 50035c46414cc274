namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// When a rule is broken, said of numbers that stand in one sheet: a workbook writes it as a formula. It holds back while
/// one of the numbers is missing.
/// </summary>
/// <param name="Left">One side.</param>
/// <param name="Is">How it stands to the other when the rule is broken.</param>
/// <param name="Right">The other side.</param>
public sealed record CellCheck(CellTerm Left, CellComparison Is, CellTerm Right);

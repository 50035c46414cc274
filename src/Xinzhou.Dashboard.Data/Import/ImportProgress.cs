namespace Xinzhou.Dashboard.Data.Import;

/// <summary>How far an import is.</summary>
/// <param name="Step">What it is at.</param>
/// <param name="Done">How many rows or figures are done.</param>
/// <param name="Total">Of how many.</param>
public readonly record struct ImportProgress(ImportStep Step, int Done, int Total);

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>A row, and what it is counted in.</summary>
/// <param name="Measure">What.</param>
/// <param name="Row">Which.</param>
internal sealed record CountedRow(ConductMeasure Measure, ConductRow Row);

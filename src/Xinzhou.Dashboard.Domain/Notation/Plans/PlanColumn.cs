namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>A column of a sheet of the plan's file.</summary>
/// <param name="Name">Its English name.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="IsRequired">True when no table is read without it, and no row without something in it.</param>
public sealed record PlanColumn(string Name, string Chinese, bool IsRequired = false);

namespace Xinzhou.Dashboard.Web.Shell.Parts;

/// <summary>One dot of a sparkline.</summary>
/// <param name="Date">The end of its period.</param>
/// <param name="Value">In the unit of the series.</param>
/// <param name="Provisional">Drawn hollow and dashed.</param>
public sealed record SparkPoint(DateOnly Date, decimal Value, bool Provisional = false);

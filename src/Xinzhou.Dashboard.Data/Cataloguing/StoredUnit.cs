using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Cataloguing;

/// <summary>A statistical unit as it is kept.</summary>
/// <param name="Unit">What it is.</param>
/// <param name="Version">Grows with every change; whoever changes it says which he saw.</param>
public sealed record StoredUnit(StatisticalUnit Unit, int Version);

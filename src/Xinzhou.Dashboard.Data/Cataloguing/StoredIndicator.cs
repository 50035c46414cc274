using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Cataloguing;

/// <summary>An indicator as it is kept.</summary>
/// <param name="Indicator">What it is.</param>
/// <param name="Version">Grows with every change; whoever changes it says which he saw.</param>
public sealed record StoredIndicator(Indicator Indicator, int Version);

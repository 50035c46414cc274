namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The administrative level of a statistical unit.</summary>
public enum UnitLevel
{
    Nation,
    Province,
    City,
    County,

    /// <summary>An economic zone that is no administrative division.</summary>
    Zone,

    /// <summary>Created by an import; its place is not known.</summary>
    Other,
}

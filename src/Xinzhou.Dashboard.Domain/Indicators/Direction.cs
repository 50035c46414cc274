namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Which way an indicator is meant to move.</summary>
public enum Direction
{
    Up,

    /// <summary>Lower is better (energy use per unit, accidents).</summary>
    Down,

    /// <summary>Neither: a structural figure.</summary>
    None,
}

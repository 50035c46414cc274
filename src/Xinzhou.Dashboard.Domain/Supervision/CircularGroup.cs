namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>What the rows of a monthly circular are of.</summary>
public enum CircularGroup
{
    /// <summary>All notices together.</summary>
    All,

    /// <summary>Those that a unit leads.</summary>
    Department,

    /// <summary>Those of a grade.</summary>
    Grade,
}

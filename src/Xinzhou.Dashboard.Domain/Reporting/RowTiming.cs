namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What the value of a form's row is counted over.</summary>
public enum RowTiming
{
    /// <summary>累计: from 1 January to the end of the quarter.</summary>
    YearToDate,

    /// <summary>时点: on the last day of the quarter.</summary>
    PointInTime,
}

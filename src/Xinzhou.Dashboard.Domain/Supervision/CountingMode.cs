namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>Which days the clock counts.</summary>
public enum CountingMode
{
    /// <summary>工作日.</summary>
    Working,

    /// <summary>自然日: all days; a date that falls on a day off is moved on to the next working day.</summary>
    Calendar,
}

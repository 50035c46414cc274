namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>The grade of a matter under supervision (督办事项), which says how long settling it may take.</summary>
public enum MatterGrade
{
    /// <summary>一般事项: settled in 7 days.</summary>
    Ordinary,

    /// <summary>重大事项: settled in a month.</summary>
    Major,
}

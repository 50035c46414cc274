namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>What the board can be narrowed to by the deadlines of work items that are not done.</summary>
public enum TaskDue
{
    /// <summary>Due within 30 days.</summary>
    Month,

    /// <summary>Due within 90 days.</summary>
    Quarter,

    /// <summary>Due within a year.</summary>
    Year,

    /// <summary>逾期.</summary>
    Overdue,
}

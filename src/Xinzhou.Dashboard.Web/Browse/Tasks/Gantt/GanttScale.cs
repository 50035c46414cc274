namespace Xinzhou.Dashboard.Web.Browse.Tasks.Gantt;

/// <summary>The days that a Gantt chart reaches over, whole years, to scale.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record GanttScale(DateOnly From, DateOnly To)
{
    private int Days => To.DayNumber + 1 - From.DayNumber;

    /// <summary>The years, each with its start and end as shares of the width.</summary>
    public IEnumerable<(int Year, decimal Start, decimal End)> Years =>
        Enumerable.Range(From.Year, To.Year - From.Year + 1).Select(y => (y, Start(new(y, 1, 1)), End(new(y, 12, 31))));

    /// <summary>The beginning of a day as a share of the width, 0–100 %; a day outside stands at the edge.</summary>
    public decimal Start(DateOnly day) => Share(day.DayNumber - From.DayNumber);

    /// <summary>The end of a day.</summary>
    public decimal End(DateOnly day) => Share(day.DayNumber + 1 - From.DayNumber);

    public bool Holds(DateOnly day) => day >= From && day <= To;

    private decimal Share(int days) => Math.Clamp(days * 100m / Days, 0, 100);
}

using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>One change that is made of several lines.</summary>
/// <param name="Kind">What is changed.</param>
/// <param name="Lead">The code of the new lead.</param>
/// <param name="Due">The new deadline.</param>
/// <param name="Days">By how many days, forwards or, below 0, backwards.</param>
public sealed record BulkChange(BulkKind Kind, string? Lead = null, PlanDay? Due = null, int Days = 0)
{
    /// <summary>What it says of a line; null where it leaves it as it is: a deadline without a day is not moved, and a task has none.</summary>
    public PlanStatement? Of(PlanLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return (Kind, line.Item) switch
        {
            (BulkKind.Lead, null) when Lead is not null && line.Lead != Lead => new TaskStatement { Origin = PlanOrigin.NotRecorded, Number = line.Task.Number, Lead = Lead },
            (BulkKind.Lead, { } item) when Lead is not null && line.Lead != Lead => Said(item) with { Lead = Lead },
            (BulkKind.Due, { } item) when Due is not null && item.Due != Due => Said(item) with { Due = Due },
            (BulkKind.Shift, { Due.Day: { } day } item) when Days != 0 && Shifted(day) is { } shifted => Said(item) with { Due = new(shifted) },
            _ => null,
        };
    }

    private DateOnly? Shifted(DateOnly day) =>
        (long)day.DayNumber + Days is var number && number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;

    private static WorkItemStatement Said(WorkItem item) => new() { Origin = PlanOrigin.NotRecorded, Task = item.Task, Number = item.Number };
}

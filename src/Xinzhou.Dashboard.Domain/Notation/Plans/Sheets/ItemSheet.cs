using System.Globalization;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>工作.</summary>
internal static class ItemSheet
{
    /// <summary>What a row says of a work item; null with a fault.</summary>
    public static WorkItemStatement? Read(PlanRow row, PlanContext context)
    {
        var task = context.Task(row);
        var number = row.Number(PlanColumns.Item);
        var text = row.Words(PlanColumns.Text);
        var lead = row.Department(PlanColumns.Lead, context.Names);
        var person = row.Person(PlanColumns.Person);
        var start = row.Day(PlanColumns.Start, isStart: true);
        var due = row.Day(PlanColumns.Due, isStart: false);
        var path = PathOf(row);
        var origin = OriginFields.Of(row, context.Options);
        if (task is null || number is null)
        {
            return null;
        }

        // Even where something of its row is faulty, its progress is that of an item that there is.
        context.AddItem(task.Value, number.Value);
        var held = context.Item(task.Value, number.Value);
        CheckDays(row, start ?? held?.Start, due ?? held?.Due, path);
        if (held is { IsWithdrawn: true })
        {
            row.Warn(PlanColumns.Item, new(FaultReason.ItemStaysWithdrawn));
        }

        return origin is null ? null : new()
        {
            Origin = origin,
            Task = task.Value,
            Number = number.Value,
            Text = text,
            Lead = lead,
            Person = person,
            Start = start,
            Due = due,
            Path = path,
        };
    }

    private static IReadOnlyList<PlanPoint>? PathOf(PlanRow row)
    {
        var text = row.Text(PlanColumns.Plan);
        if (text.Length == 0)
        {
            return null;
        }

        var path = PathNotation.Read(text, out var wrong);
        if (wrong is not null)
        {
            row.Wrong(PlanColumns.Plan, wrong);
        }

        return path;
    }

    /// <summary>A row may give one of the days alone: the other is the one that is held.</summary>
    private static void CheckDays(PlanRow row, PlanDay? start, PlanDay? due, IReadOnlyList<PlanPoint>? path)
    {
        if (start?.Day is { } from && due?.Day is { } until && until < from)
        {
            var column = row.Text(PlanColumns.Due).Length > 0 ? PlanColumns.Due : PlanColumns.Start;
            if (row.Text(column).Length > 0)
            {
                row.Wrong(column, new(FaultReason.DueBeforeStart, Day(until), Day(from)));
            }
        }
        else if (path is not null && path.Any(p => p.Quarter.LastDay < start?.Day || p.Quarter.Previous.LastDay >= due?.Day))
        {
            row.Warn(PlanColumns.Plan, new(FaultReason.PathOutside));
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

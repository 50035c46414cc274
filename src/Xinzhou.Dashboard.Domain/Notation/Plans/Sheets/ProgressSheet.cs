using System.Globalization;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>进度.</summary>
internal static class ProgressSheet
{
    /// <summary>What a row says of the progress of an item; null with a fault.</summary>
    public static ProgressStatement? Read(PlanRow row, PlanContext context)
    {
        var (task, item) = (context.Task(row), row.Number(PlanColumns.Item));
        if (task is { } of && item is { } number && !context.HasItem(of, number) && !context.AreItemsIncomplete)
        {
            row.Wrong(PlanColumns.Item, new(FaultReason.UnknownItem, $"{of}"));
        }

        var quarter = QuarterOf(row);
        if (row.Text(PlanColumns.Percent).Length == 0)
        {
            row.Wrong(PlanColumns.Percent, new(FaultReason.RequiredField));
        }

        var percent = row.Percent(PlanColumns.Percent, FaultReason.PercentRange);
        if (percent is > 0 and < 1)
        {
            row.Warn(PlanColumns.Percent, new(FaultReason.SmallPercent));
        }

        var text = row.Words(PlanColumns.Text);
        var origin = OriginFields.Of(row, context.Options, PlanColumns.Reported);
        if (origin is not null && quarter is { } ended)
        {
            CheckTime(row, ended, origin.KnownFrom, context.Options.Now);
        }

        return task is null || item is null || quarter is null || percent is null || origin is null ? null : new()
        {
            Origin = origin,
            Task = task.Value,
            Item = item.Value,
            Quarter = quarter.Value,
            Percent = percent.Value,
            Text = text,
        };
    }

    private static Quarter? QuarterOf(PlanRow row)
    {
        var text = row.Text(PlanColumns.Quarter);
        var quarter = QuarterNotation.Read(text);
        if (quarter is null)
        {
            row.Wrong(PlanColumns.Quarter, new(text.Length == 0 ? FaultReason.RequiredField : FaultReason.NotAQuarter));
        }

        return quarter;
    }

    private static void CheckTime(PlanRow row, Quarter quarter, DateTimeOffset reported, DateTimeOffset now)
    {
        var day = Shanghai.DayOf(reported);
        if (quarter.LastDay > day)
        {
            row.Wrong(PlanColumns.Quarter, new(FaultReason.QuarterNotEnded, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }
        else if (reported > now && row.Text(PlanColumns.Reported).Length > 0)
        {
            row.Warn(PlanColumns.Reported, new(FaultReason.ReportedLater));
        }
    }
}

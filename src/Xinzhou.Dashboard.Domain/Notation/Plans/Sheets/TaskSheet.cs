using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>任务.</summary>
internal static class TaskSheet
{
    private const int MaxTitle = 2000;

    /// <summary>What a row says of a task; null with a fault.</summary>
    public static TaskStatement? Read(PlanRow row, PlanContext context)
    {
        var number = context.Task(row, PlanColumns.Number);
        var title = row.Words(PlanColumns.Title, MaxTitle);
        var dimension = row.Known(PlanColumns.Dimension, context.Dimensions, context.UnknownDimension);
        var aspect = row.Known(PlanColumns.Aspect, context.Aspects, context.UnknownAspect);
        var lead = row.Department(PlanColumns.Lead, context.Names);
        var responsible = row.Departments(PlanColumns.Responsible, context.Names);
        var supporting = row.Departments(PlanColumns.Supporting, context.Names);
        var person = row.Person(PlanColumns.Person);
        var quote = row.Words(PlanColumns.Quote);
        var origin = OriginFields.Of(row, context.Options);
        return number is null || origin is null ? null : new()
        {
            Origin = origin,
            Number = number.Value,
            Title = title,
            Dimension = dimension,
            Aspect = aspect,
            Lead = lead,
            Responsible = responsible,
            Supporting = supporting,
            Person = person,
            Quote = quote,
        };
    }
}

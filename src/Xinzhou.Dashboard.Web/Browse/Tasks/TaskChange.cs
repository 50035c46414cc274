using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>A version of a task or of one of its work items: what it says, from where, since when.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Item">工作序号; null of the task itself.</param>
/// <param name="Fields">What it says; an empty text takes away what was said before.</param>
public sealed record TaskChange(PlanOrigin Origin, int? Item, IReadOnlyList<(TaskField Field, string Text)> Fields)
{
    /// <summary>What was said of a task and its work items as it was known at a moment, the latest first; progress is not among it.</summary>
    /// <param name="book">All that was said.</param>
    /// <param name="plan">The plan of the moment, for the names.</param>
    /// <param name="task">序号.</param>
    /// <param name="asOf">The moment.</param>
    public static IReadOnlyList<TaskChange> Of(PlanBook book, CityPlan plan, KeyTask task, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(task);
        var items = book.Statements.OfType<WorkItemStatement>().Where(s => s.Task == task.Number && s.Origin.IsKnownAt(asOf))
            .Select(s => new TaskChange(s.Origin, s.Number, [.. Said(s, plan)]));
        return
        [
            .. task.History.Select(s => new TaskChange(s.Origin, null, [.. Said(s, plan)])).Concat(items)
                .Where(c => c.Fields.Count > 0)
                .OrderByDescending(c => c.Origin.KnownFrom).ThenByDescending(c => c.Origin.Id),
        ];
    }

    private static IEnumerable<(TaskField, string)> Said(TaskStatement said, CityPlan plan)
    {
        if (said.Title is { } title) yield return (TaskField.Title, title);
        if (said.Dimension is { } dimension) yield return (TaskField.Dimension, plan.Dimension(dimension)?.FullName ?? dimension);
        if (said.Aspect is { } aspect) yield return (TaskField.Aspect, plan.Aspects.FirstOrDefault(a => a.Code == aspect)?.Title ?? aspect);
        if (said.Lead is { } lead) yield return (TaskField.Lead, Name(lead, plan));
        if (said.Responsible is { } responsible) yield return (TaskField.Responsible, Listed(responsible, plan));
        if (said.Supporting is { } supporting) yield return (TaskField.Supporting, Listed(supporting, plan));
        if (said.Person is { } person) yield return (TaskField.Person, person);
        if (said.Quote is { } quote) yield return (TaskField.Quote, quote);
    }

    private static IEnumerable<(TaskField, string)> Said(WorkItemStatement said, CityPlan plan)
    {
        if (said.Text is { } text) yield return (TaskField.Text, text);
        if (said.Lead is { } lead) yield return (TaskField.Lead, Name(lead, plan));
        if (said.Person is { } person) yield return (TaskField.Person, person);
        if (said.Start is { } start) yield return (TaskField.Start, PlanDayText.Of(start) ?? "");
        if (said.Due is { } due) yield return (TaskField.Due, PlanDayText.Of(due) ?? "");
        if (said.Path is { } path) yield return (TaskField.Path, string.Join(And, path.Select(p => $"{p.Quarter.Name(Languages.IsEnglish)}{Names.PeriodColon}{p.Percent.ToString("0.##", CultureInfo.InvariantCulture)}%")));
        if (said.IsWithdrawn is { } withdrawn) yield return (withdrawn ? TaskField.Withdrawn : TaskField.Restored, "");
    }

    private static string Name(string code, CityPlan plan) => code.Length == 0 ? "" : plan.DepartmentName(code);

    private static string Listed(IReadOnlyList<string> codes, CityPlan plan) => string.Join(And, codes.Select(plan.DepartmentName));

    private static string And => Languages.IsEnglish ? ", " : "、";
}

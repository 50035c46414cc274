using System.Globalization;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>
/// A made-up decomposition of the plan: units, work items, deadlines, progress and outcomes, written as the sheets that an
/// office would hand in. The titles of the tasks stay those of the article. How a task goes is set by its number, so that
/// every light is to be seen.
/// </summary>
/// <param name="plan">The plan of the article.</param>
/// <param name="departments">The made-up units.</param>
/// <param name="today">What deadlines that are near, or just missed, are counted from.</param>
internal sealed class DemonstrationPlan(CityPlan plan, IReadOnlyList<Department> departments, DateOnly today)
{
    /// <summary>The day of the made-up table.</summary>
    public static readonly DateOnly Adopted = new(2023, 10, 8);

    private static readonly string[] Stages = ["制定实施方案", "落实要素保障", "组织实施", "开展中期评估", "总结验收"];

    private readonly Quarter _reported = Quarter.Of(today).Previous;

    private static string Source => Invariant($"演示任务分解表（{Adopted:yyyy-MM-dd}）");

    /// <summary>Tasks, work items and outcomes.</summary>
    public IReadOnlyList<PlanTable> Decomposition() =>
    [
        Table(PlanSheet.Tasks, plan.Tasks.Where(t => CourseOf(t.Number) != Course.Unplanned).Select(t => Row(PlanSheet.Tasks, new()
        {
            [PlanColumns.Number] = Number(t.Number),
            [PlanColumns.Lead] = LeadOf(t.Number),
            [PlanColumns.Responsible] = UnitAfter(t.Number, 1),
            [PlanColumns.Supporting] = Invariant($"{UnitAfter(t.Number, 2)}、{UnitAfter(t.Number, 3)}"),
            [PlanColumns.Person] = Invariant($"演示责任人{t.Number}"),
            [PlanColumns.Source] = Source,
        }))),
        Table(PlanSheet.Items, Items().Select(i => Row(PlanSheet.Items, new()
        {
            [PlanColumns.Task] = Number(i.Task),
            [PlanColumns.Item] = Number(i.Item),
            [PlanColumns.Text] = Invariant($"演示工作：{Stages[i.Item - 1]}"),
            [PlanColumns.Lead] = i.Item % 2 == 0 ? UnitAfter(i.Task, 1) : LeadOf(i.Task),
            [PlanColumns.Person] = Invariant($"演示责任人{i.Task}"),
            [PlanColumns.Start] = Day(i.Start),
            [PlanColumns.Due] = i.Due is { } due ? Day(due) : "长期坚持",
            [PlanColumns.Plan] = i.Path,
            [PlanColumns.Source] = Source,
        }))),
        Table(PlanSheet.Outcomes, plan.Milestones.SelectMany(m => plan.Dimensions.Select(d => Row(PlanSheet.Outcomes, new()
        {
            [PlanColumns.Year] = Number(m.Year),
            [PlanColumns.Dimension] = d.Code,
            [PlanColumns.Text] = Invariant($"演示成果：{d.Name}方面完成一项标志性工程"),
            [PlanColumns.Owner] = UnitAfter(d.Order, 0),
            [PlanColumns.Source] = Source,
        })))),
    ];

    /// <summary>What was achieved in a milestone that is past: of all dimensions but two.</summary>
    public PlanTable Achieved(Milestone milestone) => Table(PlanSheet.Outcomes, plan.Dimensions
        .Where(d => (milestone.Year + d.Order) % 4 != 0)
        .Select(d => Row(PlanSheet.Outcomes, new()
        {
            [PlanColumns.Year] = Number(milestone.Year),
            [PlanColumns.Dimension] = d.Code,
            [PlanColumns.Text] = Invariant($"演示成果：{d.Name}方面完成一项标志性工程"),
            [PlanColumns.Achieved] = Day(milestone.Due.AddDays(-7 * d.Order)),
            [PlanColumns.Evidence] = "演示佐证：验收单",
            [PlanColumns.Source] = Invariant($"演示验收单（{milestone.Due.AddDays(-7 * d.Order):yyyy-MM-dd}）"),
        })));

    /// <summary>What the units report of a quarter; some report late, some not at all.</summary>
    /// <returns>Null where nothing is reported yet.</returns>
    public PlanTable? Progress(Quarter quarter)
    {
        var table = Table(PlanSheet.Progress, Items()
            .Where(i => i.Start <= quarter.LastDay && !(i.Due < quarter.Previous.LastDay && IsDone(i, quarter.Previous)))
            .Where(i => !(CourseOf(i.Task) == Course.Silent && quarter == _reported))
            .Select(i => (Item: i, Percent: PercentOf(i, quarter), Reported: quarter.LastDay.AddDays(i.Task % 9 == 0 ? 22 : 6 + i.Item)))
            .Where(p => p.Reported <= today)
            .Select(p => Row(PlanSheet.Progress, new()
            {
                [PlanColumns.Task] = Number(p.Item.Task),
                [PlanColumns.Item] = Number(p.Item.Item),
                [PlanColumns.Quarter] = quarter.Code,
                [PlanColumns.Percent] = p.Percent.ToString(CultureInfo.InvariantCulture),
                [PlanColumns.Text] = p.Percent == 100 ? "演示进展：已完成" : Invariant($"演示进展：完成{p.Percent}%"),
                [PlanColumns.Source] = Invariant($"演示季度报送（{p.Reported:yyyy-MM-dd}）"),
                [PlanColumns.Reported] = Day(p.Reported),
            })));
        return table.Table.Rows.Count == 0 ? null : table;
    }

    /// <summary>Who owes the targets of the milestones.</summary>
    public PlanTable Commitments(IReadOnlyList<DemonstrationTargets.MilestoneTarget> targets) =>
        Table(PlanSheet.Commitments, targets.Select((target, i) => Row(PlanSheet.Commitments, new()
        {
            [PlanColumns.Indicator] = target.Indicator.Name,
            [PlanColumns.Region] = "忻州市",
            [PlanColumns.Period] = Invariant($"{target.Year}-FY"),
            [PlanColumns.Owner] = LeadOf(target.Task ?? i),
            // Of some the person has an account, and can sign.
            [PlanColumns.Person] = target.Year % 2 == 1 ? ReporterOf(target.Task ?? i) : Invariant($"演示责任人{target.Task ?? i + 40}"),
            [PlanColumns.Baseline] = Number(target.Baseline),
            [PlanColumns.Task] = target.Task is { } task ? Number(task) : "",
            [PlanColumns.Source] = Invariant($"演示责任书（{DemonstrationTargets.Set.AddDays(5):yyyy-MM-dd}）"),
        })));

    private IEnumerable<Work> Items()
    {
        foreach (var task in plan.Tasks.Select(t => t.Number))
        {
            var course = CourseOf(task);
            if (course == Course.Unplanned) continue;
            yield return new(task, 1, new(2023, 10, 9), new(2024, 6, 30));
            yield return new(task, 2, new(2024, 1, 1), new(2025, 3, 31));
            yield return new(task, 3, new(2024, 7, 1), course == Course.Overdue ? _reported.LastDay.AddDays(-20) : new(2027, 12, 31),
                course == Course.OnTime ? "2024-Q4:10, 2025-Q4:38, 2026-Q4:70" : "");
            yield return new(task, 4, new(2025, 1, 1), course == Course.NearlyDue ? today.AddDays(10) : course == Course.Endless ? null : new(2027, 6, 30),
                task % 2 == 0 && course == Course.OnTime ? "2025-Q4:30, 2026-Q4:75" : "");
            if (course == Course.Later) yield return new(task, 5, new(today.Year + 1, 4, 1), new(2030, 12, 31));
            else if (task % 2 == 0) yield return new(task, 5, new(2025, 7, 1), new(2030, 12, 31), course == Course.OnTime ? "2026-Q4:20, 2028-Q4:60" : "");
        }
    }

    /// <summary>Where an item stands at the end of a quarter, in whole percents: it never goes back.</summary>
    private static decimal PercentOf(Work item, Quarter quarter)
    {
        var course = CourseOf(item.Task);
        var planned = Planned(item, quarter.LastDay);
        var behind = (course, item.Item) switch
        {
            (Course.Behind, 3) => 12 + item.Task % 9,
            (Course.FarBehind, 3) => 34,
            (Course.Overdue, 3) => 15,
            (_, 2) when item.Task % 6 == 1 => 8,
            _ => -(item.Task % 4),
        };
        // What was to be done and is not in arrears is done; an item two of whose task is late by a quarter.
        return item.Due is { } due && quarter.LastDay >= due && (course, item.Item) != (Course.Overdue, 3) && !(item.Item == 2 && item.Task % 6 == 1 && quarter.LastDay < due.AddDays(30)) ? 100
            : Math.Clamp(decimal.Floor(planned - behind), 0, item.Due is null ? 80 : 97);
    }

    private static bool IsDone(Work item, Quarter quarter) => PercentOf(item, quarter) == 100;

    private static decimal Planned(Work item, DateOnly day)
    {
        var due = item.Due ?? new DateOnly(2035, 12, 31);
        var end = day < due ? day : due;
        var even = 100m * (end.DayNumber - item.Start.DayNumber + 1) / (due.DayNumber - item.Start.DayNumber + 1);
        return item.Path.Length > 0 && item.Item == 4 ? Math.Min(even, 75) : even;
    }

    private static Course CourseOf(int task) => task switch
    {
        8 or 19 or 31 => Course.Overdue,
        16 or 29 => Course.FarBehind,
        3 or 12 or 17 or 22 or 27 or 34 => Course.Behind,
        5 or 14 or 24 => Course.NearlyDue,
        26 or 33 => Course.Silent,
        37 => Course.Endless,
        38 => Course.Later,
        30 => Course.Unplanned,
        _ => Course.OnTime,
    };

    private string LeadOf(int task) => UnitAfter(task, 0);

    private string ReporterOf(int task) => DemonstrationPeople.Reporters.First(r => r.Department == departments[task % departments.Count].Code).Name;

    private string UnitAfter(int number, int steps) => departments[(number + steps) % departments.Count].Name;

    private static PlanTable Table(PlanSheet sheet, IEnumerable<string[]> rows) => new(sheet, sheet.Chinese(), new()
    {
        Columns = [.. PlanColumns.Of(sheet).Select(c => c.Name)],
        Rows = [.. rows.Select((cells, i) => new SourceRow(i + 2, cells))],
    });

    private static string[] Row(PlanSheet sheet, Dictionary<string, string> cells) =>
        [.. PlanColumns.Of(sheet).Select(c => cells.GetValueOrDefault(c.Name, ""))];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A work item; without a deadline it goes on for ever.</summary>
    private readonly record struct Work(int Task, int Item, DateOnly Start, DateOnly? Due, string Path = "");

    /// <summary>How the work of a task goes.</summary>
    private enum Course
    {
        OnTime,

        /// <summary>By 10 to 30 百分点.</summary>
        Behind,

        /// <summary>By more than 30 百分点.</summary>
        FarBehind,
        Overdue,

        /// <summary>An item is due in ten days.</summary>
        NearlyDue,

        /// <summary>The last quarter is not reported.</summary>
        Silent,

        /// <summary>An item has no deadline.</summary>
        Endless,

        /// <summary>An item begins next year.</summary>
        Later,

        /// <summary>Nothing is laid down yet.</summary>
        Unplanned,
    }
}

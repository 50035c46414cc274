using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Downloads.Register;

/// <summary>
/// 台账 as a workbook: the work items with who owes them, how far they are and why they have their lights; the targets; and what was
/// asked, from which day. As CSV the first sheet.
/// </summary>
/// <param name="words">The words of lights.</param>
/// <param name="figures">The words of figures.</param>
/// <param name="text">The words of the workbook.</param>
/// <param name="foot">The fixed sentences of every page foot and export.</param>
public sealed class RegisterWorkbook(
    LightWords words, FigureWords figures, IStringLocalizer<RegisterWorkbook> text, IStringLocalizer<SiteFoot> foot)
{
    private static readonly string[] Columns =
    [
        "Number", "Task", "TitleStatus", "Dimension", "Item", "Work", "Role", "Lead", "Person", "Responsible", "Supporting", "Start", "Due", "Path",
        "Quarter", "Percent", "Planned", "Deviation", "Light", "Why", "Decided", "Said", "Source",
    ];

    private static readonly int[] Widths = [8, 34, 10, 12, 8, 34, 10, 18, 12, 22, 22, 14, 18, 24, 12, 10, 10, 10, 8, 50, 30, 30, 30];

    private static readonly HashSet<int> Numbers = [.. new[] { "Number", "Item", "Percent", "Planned", "Deviation" }.Select(c => Array.IndexOf(Columns, c))];

    private static readonly string[] TargetColumns = ["Period", "Indicator", "Measure", "Unit", "Target", "Uom", "Lead", "Person", "Baseline", "Number", "Light", "Why", "Source"];

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="snapshot">Everything there is.</param>
    /// <param name="plan">The plan as it was known at the moment.</param>
    /// <param name="register">The register.</param>
    /// <param name="asOf">The moment in words.</param>
    /// <param name="clock">Its clock.</param>
    public void Write(Stream output, Snapshot snapshot, CityPlan plan, TaskRegister register, string asOf, Clock clock)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(register);
        WorkbookWriter.Write(output,
        [
            new(text["Register"], Names(Columns), [.. register.Rows.Select(r => Row(plan, register, r))]) { Numbers = Numbers, Widths = Widths },
            new(text["Targets"], Names(TargetColumns), [.. register.Targets.Select(t => Row(plan, register, t))])
            {
                Numbers = new HashSet<int> { Array.IndexOf(TargetColumns, "Target"), Array.IndexOf(TargetColumns, "Number") },
                Widths = [14, 26, 12, 14, 14, 10, 18, 12, 10, 8, 8, 50, 30],
            },
            new(text["About"], [text["Point"], text["Content"]], [.. About(snapshot, register, asOf, clock)]) { Widths = [22, 100] },
        ]);
    }

    /// <summary>Writes the work items as CSV; above the names of the columns, the mark of the demonstration where there is one.</summary>
    public void WriteCsv(Stream output, Snapshot snapshot, CityPlan plan, TaskRegister register)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(register);
        var names = Names(Columns);
        IReadOnlyList<string>[] rows = [.. register.Rows.Select(r => Row(plan, register, r))];
        if (snapshot.Demonstration)
        {
            // As many fields as the columns below it have: RFC 4180.
            string[] mark = [$"{text["Demonstration"]}: {text["DemonstrationMeans"]}", .. Enumerable.Repeat("", names.Length - 1)];
            CsvTable.Write(output, mark, [names, .. rows]);
        }
        else
        {
            CsvTable.Write(output, names, rows);
        }
    }

    private string[] Names(IEnumerable<string> columns) => [.. columns.Select(c => text[c].Value)];

    private string[] Row(CityPlan plan, TaskRegister register, RegisterRow row)
    {
        var (task, item) = (row.Task, row.Item);
        var latest = item?.Latest;
        return
        [
            task.Number.ToString(CultureInfo.InvariantCulture),
            task.Title,
            text[task.IsPlaceholder ? "Placeholder" : task.TitleStatus == Status.Official ? "Official" : "Provisional"],
            plan.Dimension(task.Dimension) is { } dimension ? Wording.Names.Of(dimension) : task.Dimension,
            item?.Number.ToString(CultureInfo.InvariantCulture) ?? "",
            item?.Text ?? "",
            row.Role is { } role ? text[$"Role{role}"] : "",
            row.Lead is { } lead ? plan.DepartmentName(lead) : "",
            row.Person ?? "",
            string.Join("、", task.Responsible.Select(plan.DepartmentName)),
            string.Join("、", task.Supporting.Select(plan.DepartmentName)),
            PlanDayText.Of(item?.Start) ?? "",
            PlanDayText.Of(item?.Due) ?? "",
            item is null ? "" : string.Join(", ", item.Path.Select(p => $"{p.Quarter.Code}:{Number(p.Percent)}")),
            latest?.Quarter.Code ?? "",
            latest is null ? "" : Number(latest.Percent),
            row.Planned is { } planned ? Number(Math.Round(planned, 1, MidpointRounding.AwayFromZero)) : "",
            row.Deviation is { } deviation ? Number(Math.Round(deviation, 1, MidpointRounding.AwayFromZero)) : "",
            words.Colour(row.Light.Colour),
            words.Why(row.Light, register.Lights),
            row.Light.Override is { } decided ? words.Decided(decided) : "",
            latest?.Text ?? "",
            latest?.Origin.Source ?? "",
        ];
    }

    private string[] Row(CityPlan plan, TaskRegister register, AssessedTarget target)
    {
        var (figure, owed) = (target.Figure, target.Commitment);
        return
        [
            Wording.Names.Period(figure),
            Wording.Names.Of(figure.Series.Indicator),
            figures.Measure(figure.Series),
            Wording.Names.Of(figure.Series.Unit),
            figure.Value is { } value ? $"{(figure.Comparator == Comparator.Equal ? "" : figure.Comparator.Sign())}{Number(value)}" : figure.Text ?? "",
            figure.Uom,
            owed?.Owner is { } owner ? plan.DepartmentName(owner) : "",
            owed?.Person ?? "",
            owed?.Baseline ?? "",
            owed?.Task?.ToString(CultureInfo.InvariantCulture) ?? "",
            words.Colour(target.Light.Colour),
            words.Why(target.Light, register.Lights),
            figure.SourceText,
        ];
    }

    private IEnumerable<IReadOnlyList<string>> About(Snapshot snapshot, TaskRegister register, string asOf, Clock clock)
    {
        if (snapshot.Demonstration)
        {
            yield return [text["Demonstration"], text["DemonstrationMeans"]];
        }

        yield return [text["Notice"], foot["Internal"]];
        yield return [text["Department"], register.Department?.Name ?? text["All"]];
        yield return [text["AsOf"], asOf];
        yield return [text["Clock"], text[$"Clock{clock}"]];
        yield return [text["Count"], text["CountOf", register.Rows.Count(r => r.Item is not null), register.Rows.Select(r => r.Task.Number).Distinct().Count()]];
        foreach (var colour in Enum.GetValues<Domain.Progress.LightColour>())
        {
            yield return [words.Colour(colour), register.Counts[colour].ToString(CultureInfo.InvariantCulture)];
        }

        yield return [text["Missing"], text["MissingMeans"]];
    }

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}

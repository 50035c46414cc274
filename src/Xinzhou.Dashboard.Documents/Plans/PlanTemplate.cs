using System.Globalization;
using System.Resources;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Documents.Plans;

/// <summary>
/// The plan's file to fill in: empty sheets whose cells say what is asked for and offer what there is, a sheet with notes and
/// examples of form, a sheet with the tasks, dimensions, departments and indicators. The last two are not read back.
/// </summary>
public static class PlanTemplate
{
    private static readonly ResourceManager Texts = new("Xinzhou.Dashboard.Documents.Plans.PlanTemplateTexts", typeof(PlanTemplate).Assembly);
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private const int NotesCount = 12;

    private static readonly string[] Explanations = ["Notes", "Reference"];

    /// <summary>Writes the template.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="plan">The plan as known, with the departments.</param>
    /// <param name="catalogue">Indicators and statistical units.</param>
    /// <param name="isEnglish">True for English names of sheets and columns and English notes.</param>
    /// <param name="isDemonstration">True where the departments are made up: the notes begin with that.</param>
    public static void Write(Stream output, CityPlan plan, Catalogue catalogue, bool isEnglish, bool isDemonstration = false)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(catalogue);
        var reference = new Lists(plan, catalogue, isEnglish);
        WorkbookWriter.Write(output,
        [
            Notes(isEnglish, isDemonstration),
            .. Enum.GetValues<PlanSheet>().Select(sheet => PlanWorkbook.SheetOf(sheet, [], isEnglish) with
            {
                Hints = PlanColumns.Of(sheet).Select((column, i) => (i, Hint(sheet, column, reference, isEnglish))).ToDictionary(h => h.i, h => h.Item2),
            }),
            reference.Sheet(Text("Reference", isEnglish)),
        ]);
    }

    /// <summary>The sheet of notes of a workbook that holds made-up data: nothing but that.</summary>
    internal static WorkbookSheet DemonstrationMark(bool isEnglish) =>
        new(Text("Notes", isEnglish), [Text("Demonstration", isEnglish)], []) { Widths = [110], IsPrinted = true };

    /// <summary>True for the sheets of the template that hold no data.</summary>
    internal static bool IsExplanation(string sheet) =>
        Explanations.Any(key => sheet == Text(key, isEnglish: false) || sheet == Text(key, isEnglish: true));

    private static WorkbookSheet Notes(bool isEnglish, bool isDemonstration) =>
        new(Text("Notes", isEnglish), [Text("NotesTitle", isEnglish), ""],
        [
            .. isDemonstration ? [["", Text("Demonstration", isEnglish)]] : Array.Empty<string[]>(),
            .. Enumerable.Range(1, NotesCount).Select(i => new[] { $"{i}", Text($"Note{i}", isEnglish) }),
            .. Enum.GetValues<PlanSheet>().SelectMany(sheet => PlanColumns.Of(sheet).Select(column => new[]
            {
                $"{PlanWorkbook.NameOf(sheet, isEnglish)} · {Head(column, isEnglish)}{(column.IsRequired ? " *" : "")}", Prompt(sheet, column, isEnglish),
            })),
        ])
        { Widths = [26, 110], IsPrinted = true };

    private static WorkbookHint Hint(PlanSheet sheet, PlanColumn column, Lists reference, bool isEnglish)
    {
        var (list, isStrict) = column.Name switch
        {
            PlanColumns.Number or PlanColumns.Task => (reference.Range(Lists.Column.Task), true),
            PlanColumns.Dimension => (reference.Range(Lists.Column.Dimension), true),
            PlanColumns.Aspect => (reference.Range(Lists.Column.Aspect), true),
            PlanColumns.Year => (reference.Range(Lists.Column.Milestone), true),
            PlanColumns.Region => (reference.Range(Lists.Column.Unit), true),
            PlanColumns.Quarter => (reference.Range(Lists.Column.Quarter), true),
            // A suffix may follow an indicator; other departments may be entered, and several of them written into a cell.
            PlanColumns.Indicator => (reference.Range(Lists.Column.Indicator), false),
            PlanColumns.Lead or PlanColumns.Owner or PlanColumns.Responsible or PlanColumns.Supporting => (reference.Range(Lists.Column.Department), false),
            _ => (null, false),
        };
        return new(Prompt(sheet, column, isEnglish), list, isStrict && list is not null) { Error = Text("NotInList", isEnglish) };
    }

    private static string Prompt(PlanSheet sheet, PlanColumn column, bool isEnglish) =>
        (column.IsRequired ? Text("Required", isEnglish) : "")
        + (TextOrNull($"{Code.Of(sheet)}_{column.Name}", isEnglish) ?? Text(column.Name, isEnglish));

    private static string Head(PlanColumn column, bool isEnglish) => isEnglish ? column.Name : column.Chinese;

    private static string Text(string key, bool isEnglish) =>
        TextOrNull(key, isEnglish) ?? throw new MissingManifestResourceException($"PlanTemplateTexts has no “{key}”.");

    private static string? TextOrNull(string key, bool isEnglish) => Texts.GetString(key, isEnglish ? English : Chinese);

    /// <summary>What there is, a column each.</summary>
    private sealed class Lists
    {
        private readonly string _sheet;
        private readonly List<(Column Column, string Head, string[] Values)> _columns;

        public Lists(CityPlan plan, Catalogue catalogue, bool isEnglish)
        {
            _sheet = Text("Reference", isEnglish);
            Quarter[] quarters = plan.Milestones.Count == 0 ? []
                : [.. Enumerable.Range(plan.Milestones.Min(m => m.Year), plan.Milestones.Max(m => m.Year) - plan.Milestones.Min(m => m.Year) + 1)
                    .SelectMany(y => Enumerable.Range(1, 4).Select(q => new Quarter(y, q)))];
            _columns =
            [
                (Column.Task, "ListTask", [.. plan.Tasks.Select(t => t.Number.ToString(CultureInfo.InvariantCulture))]),
                (Column.TaskTitle, "ListTitle", [.. plan.Tasks.Select(t => t.Title)]),
                (Column.Dimension, "ListDimension", [.. plan.Dimensions.Select(d => d.Name)]),
                (Column.Aspect, "ListAspect", [.. plan.Aspects.Select(a => a.Title ?? a.Code)]),
                (Column.Department, "ListDepartment", [.. plan.Departments.Select(d => d.Name)]),
                (Column.Milestone, "ListMilestone", [.. plan.Milestones.Select(m => m.Year.ToString(CultureInfo.InvariantCulture))]),
                (Column.Indicator, "ListIndicator", [.. catalogue.Indicators.Select(i => i.Name)]),
                (Column.Unit, "ListUnit", [.. catalogue.Units.Select(u => u.Name)]),
                (Column.Quarter, "ListQuarter", [.. quarters.Select(q => q.Code)]),
            ];
            _columns = [.. _columns.Select(c => c with { Head = Text(c.Head, isEnglish) })];
        }

        public enum Column
        {
            Task,
            TaskTitle,
            Dimension,
            Aspect,
            Department,
            Milestone,
            Indicator,
            Unit,
            Quarter,
        }

        /// <summary>The cells with what there is; null where there is nothing.</summary>
        public string? Range(Column column)
        {
            var (letters, count) = (CellReferences.Letters((int)column), _columns[(int)column].Values.Length);
            return count == 0 ? null : $"{_sheet}!${letters}$2:${letters}${count + 1}";
        }

        public WorkbookSheet Sheet(string name) => new(name, [.. _columns.Select(c => c.Head)],
        [
            .. Enumerable.Range(0, _columns.Max(c => c.Values.Length))
                .Select(i => _columns.Select(c => i < c.Values.Length ? c.Values[i] : "").ToArray()),
        ])
        {
            Numbers = new HashSet<int> { (int)Column.Task, (int)Column.Milestone },
            Widths = [8, 44, 10, 34, 28, 10, 28, 14, 10],
            IsPrinted = true,
        };
    }
}

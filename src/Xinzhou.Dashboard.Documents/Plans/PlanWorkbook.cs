using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;

namespace Xinzhou.Dashboard.Documents.Plans;

/// <summary>The plan's file as a workbook (CONTRACTS, 6).</summary>
public static class PlanWorkbook
{
    private static readonly WorkbookOptions Options = new()
    {
        Header = PlanSheets.Score,
        IsNumber = (_, head) => PlanColumns.IsNumber(head),
    };

    private static readonly HashSet<string> Numbers =
    [
        PlanColumns.Number, PlanColumns.Task, PlanColumns.Item, PlanColumns.Percent, PlanColumns.Tolerance, PlanColumns.Order, PlanColumns.Year,
    ];

    private static readonly Dictionary<string, int> Widths = new()
    {
        [PlanColumns.Number] = 6,
        [PlanColumns.Task] = 6,
        [PlanColumns.Order] = 6,
        [PlanColumns.Title] = 36,
        [PlanColumns.Text] = 44,
        [PlanColumns.Quote] = 30,
        [PlanColumns.Responsible] = 28,
        [PlanColumns.Supporting] = 28,
        [PlanColumns.Plan] = 26,
        [PlanColumns.Indicator] = 24,
        [PlanColumns.Evidence] = 28,
        [PlanColumns.Source] = 36,
        [PlanColumns.Name] = 24,
    };

    /// <summary>Reads the visible sheets that are the plan's, told by their names, else by their columns.</summary>
    /// <param name="content">The file.</param>
    /// <param name="sheet">Reads this sheet only, by its name in the workbook or the plan's name of it; null reads all.</param>
    public static PlanWorkbookReading Read(byte[] content, string? sheet = null)
    {
        var written = WorkbookReader.ReadAll(content, Options, out var fault);
        if (fault is not null)
        {
            return new() { Faults = [new("", fault)] };
        }

        WorkbookTable[] candidates = [.. written.Where(t => !PlanTemplate.IsExplanation(t.Name))];
        var visible = candidates.Where(t => t.IsVisible && (sheet is null || IsMeant(t, sheet))).ToArray();
        if (visible.Length == 0 && sheet is not null)
        {
            return new() { Faults = [new("", Fault.OfFile(FaultReason.UnknownPlanSheet, sheet))] };
        }

        var tables = Recognised(visible, (kind, table) => PlanSheets.IsWhole(kind, table));
        if (tables.Count == 0)
        {
            // Nothing is whole and nothing is named: what is missing in the sheet that comes nearest is worth more than that none is one.
            tables = Recognised(visible, (_, _) => true);
        }

        if (tables.Count == 0)
        {
            // Sheets that nobody has filled in say nothing, which is no fault.
            tables = [.. visible.Where(t => PlanSheets.Named(t.Name) is not null).Select(t => new PlanTable(PlanSheets.Named(t.Name)!.Value, t.Name, t.Table))];
        }

        if (tables.Count == 0)
        {
            return new() { Faults = [new("", Fault.OfFile(FaultReason.NoPlanSheet, string.Join('、', candidates.Select(t => t.Name))))] };
        }

        var read = tables.Select(t => t.Name).ToHashSet();
        return new()
        {
            Tables = tables,
            Warnings =
            [
                .. tables.Where(t => PlanSheets.Named(t.Name) is null).Select(t => new PlanFault(t.Name, new(t.Table.HeaderLine, "", FaultReason.SheetByColumns, t.Sheet.Chinese()))),
                .. (sheet is null ? candidates : []).Where(t => !read.Contains(t.Name) && !(t.IsVisible && PlanSheets.Named(t.Name) is not null)).Select(t => new PlanFault("", Fault.OfFile(FaultReason.SheetNotRead, t.Name))),
            ],
        };
    }

    /// <summary>Writes tables as a workbook, a sheet each, with Chinese heads or English ones.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">The rows of each sheet (see <see cref="PlanRows"/>).</param>
    /// <param name="isEnglish">True for English names of sheets and columns.</param>
    /// <param name="isDemonstration">True where what is written is made up: a last sheet, which is not read back, says so.</param>
    /// <returns>How many texts were cut because a cell keeps no more.</returns>
    public static int Write(
        Stream output, IReadOnlyDictionary<PlanSheet, IReadOnlyList<IReadOnlyList<string>>> rows, bool isEnglish, bool isDemonstration = false)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return WorkbookWriter.Write(output,
        [
            .. rows.OrderBy(r => r.Key).Select(r => SheetOf(r.Key, r.Value, isEnglish)),
            .. isDemonstration ? [PlanTemplate.DemonstrationMark(isEnglish)] : Array.Empty<WorkbookSheet>(),
        ]);
    }

    /// <summary>A sheet with its header.</summary>
    internal static WorkbookSheet SheetOf(PlanSheet sheet, IReadOnlyList<IReadOnlyList<string>> rows, bool isEnglish)
    {
        var columns = PlanColumns.Of(sheet);
        return new(NameOf(sheet, isEnglish), [.. columns.Select(c => isEnglish ? c.Name : c.Chinese)], rows)
        {
            Numbers = columns.Select((c, i) => (c, i)).Where(c => Numbers.Contains(c.c.Name)).Select(c => c.i).ToHashSet(),
            Widths = [.. columns.Select(c => Widths.GetValueOrDefault(c.Name, 14))],
            IsPrinted = true,
        };
    }

    internal static string NameOf(PlanSheet sheet, bool isEnglish) => isEnglish ? Code.Of(sheet) : sheet.Chinese();

    private static bool IsMeant(WorkbookTable table, string sheet) =>
        table.Name.Trim().Equals(sheet.Trim(), StringComparison.OrdinalIgnoreCase)
        || (PlanSheets.Named(sheet) is { } named && (PlanSheets.Named(table.Name) ?? PlanSheets.Of(table.Table)) == named);

    private static List<PlanTable> Recognised(IEnumerable<WorkbookTable> written, Func<PlanSheet, SourceTable, bool> isEnough)
    {
        var tables = new List<PlanTable>();
        foreach (var (name, _, table) in written)
        {
            // A sheet with a name of the plan's in which nothing is written below its header is one that was left as it was.
            if (PlanSheets.Named(name) is { } named)
            {
                if (table.Rows.Count > 0 || table.Faults.Count > 0)
                {
                    tables.Add(new(named, name, table));
                }
            }
            else if (PlanSheets.Of(table) is { } told && isEnough(told, table))
            {
                tables.Add(new(told, name, table));
            }
        }

        return tables;
    }
}

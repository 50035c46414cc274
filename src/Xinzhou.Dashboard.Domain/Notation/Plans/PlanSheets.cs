using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>Tells the sheets of the plan's file apart, by their names or by their columns.</summary>
public static class PlanSheets
{
    private static readonly string[] Names = ["单位", "任务", "工作", "进度", "责任", "标志性成果"];

    /// <summary>单位, 任务, 工作, 进度, 责任, 标志性成果.</summary>
    public static string Chinese(this PlanSheet sheet) => Names[(int)sheet];

    /// <summary>The sheet of a name, English or Chinese; null if it is none.</summary>
    public static PlanSheet? Named(string name)
    {
        var key = PlainText.Key(name);
        return Array.IndexOf(Names, key) is var index and >= 0 ? (PlanSheet)index
            : Domain.Code.TryParse<PlanSheet>(key.ToLowerInvariant(), out var sheet) ? sheet
            : null;
    }

    /// <summary>Which sheet a table is: the one that is named, else the one that its columns tell; null if it is none.</summary>
    public static PlanSheet? Of(SourceTable table, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return name is null ? OfColumns(table.Columns) : Named(name);
    }

    /// <summary>True when a table has all columns that a sheet requires.</summary>
    public static bool IsWhole(PlanSheet sheet, SourceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return PlanColumns.Of(sheet).Where(c => c.IsRequired).All(c => table.Columns.Any(w => PlanHeader.Names(w, c)));
    }

    /// <summary>How well a row would be the header of any of the sheets: a header is looked for below titles.</summary>
    public static int Score(IEnumerable<string> cells)
    {
        string[] written = [.. cells];
        return Enum.GetValues<PlanSheet>().Max(s => Fit(s, written).Known);
    }

    /// <summary>
    /// The sheet whose required columns are all here, else the one that has most of them, and of several the one that has most
    /// columns here; null where hardly any column of any is.
    /// </summary>
    private static PlanSheet? OfColumns(IReadOnlyList<string> columns)
    {
        var best = Enum.GetValues<PlanSheet>().Select(s => (Sheet: s, Fit: Fit(s, columns)))
            .OrderByDescending(s => s.Fit.Missing == 0).ThenByDescending(s => s.Fit.Required).ThenByDescending(s => s.Fit.Known).First();
        return best.Fit.Missing == 0 || best.Fit.Required >= 2 || best.Fit.Known >= 3 ? best.Sheet : null;
    }

    private static bool IsOrigin(string written) =>
        PlanColumns.Of(PlanSheet.Tasks).Any(c => c.Name is PlanColumns.Source or PlanColumns.Published && PlanHeader.Names(written, c));

    private static (int Required, int Missing, int Known) Fit(PlanSheet sheet, IReadOnlyList<string> written)
    {
        var known = PlanColumns.Of(sheet).Where(c => written.Any(w => PlanHeader.Names(w, c))).ToArray();
        var required = known.Count(c => c.IsRequired);
        var missing = PlanColumns.Of(sheet).Count(c => c.IsRequired) - required;

        // 单位 alone is a column of many tables, and in those of figures another thing; a source stands on every sheet.
        var isOther = sheet == PlanSheet.Departments && known.Length == 1 && written.Count(w => !string.IsNullOrWhiteSpace(w) && !IsOrigin(w)) > 1;
        return isOther ? (0, missing + 1, known.Length) : (required, missing, known.Length);
    }
}

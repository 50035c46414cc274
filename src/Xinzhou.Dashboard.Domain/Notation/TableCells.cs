using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>The columns of one table found by name, and what is wrong with its header.</summary>
internal sealed class TableCells
{
    private static readonly HashSet<string> EmptyWord = new(["NA", "N/A", "NULL", "NaN"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public TableCells(SourceTable table)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            // A column without a name is one that is not known, if anything stands in it.
            var name = TableHeader.Name(table.Columns[i]);
            if (name.Length == 0)
            {
                if (table.Rows.Any(r => i < r.Cells.Length && !string.IsNullOrWhiteSpace(r.Cells[i])))
                {
                    _index.TryAdd($"#{i + 1}", i);
                }
            }
            else if (!_index.TryAdd(name, i))
            {
                Faults.Add(new(table.HeaderLine, name, FaultReason.RepeatedColumn, name));
            }
        }

        var required = string.Join(", ", ImportColumns.Required);
        Faults.AddRange(ImportColumns.Required.Where(c => !_index.ContainsKey(c))
            .Select(c => new Fault(table.HeaderLine, c, FaultReason.MissingColumn, c, required)));
        var known = string.Join(", ", ImportColumns.All);
        Warnings.AddRange(_index.Keys.Where(c => !ImportColumns.All.Contains(c))
            .Select(c => new Fault(table.HeaderLine, c, FaultReason.IgnoredColumn, c, known)));
    }

    /// <summary>Missing and repeated columns.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>Columns that are not known.</summary>
    public List<Fault> Warnings { get; } = [];

    /// <summary>
    /// The text of a cell without the white space around it and what nobody sees; empty where the table has no such column,
    /// and where programs have written a word for nothing.
    /// </summary>
    public string Text(SourceRow row, string column) => Written(row, column) is var text && IsEmptyWord(text) ? "" : text;

    /// <summary>A remark on each word for nothing, with the number of the cells that say it.</summary>
    public IEnumerable<Fault> EmptyWords(SourceTable table) =>
        from row in table.Rows
        from column in ImportColumns.All
        let text = Written(row, column)
        where IsEmptyWord(text)
        group (row.Line, column) by text into said
        select new Fault(said.First().Line, said.First().column, FaultReason.EmptyWord, said.Key, $"{said.Count()}");

    private string Written(SourceRow row, string column) =>
        _index.TryGetValue(column, out var i) && i < row.Cells.Length ? PlainText.Visible(row.Cells[i]).Trim() : "";

    /// <summary>True for a word that programs write for nothing.</summary>
    internal static bool IsEmptyWord(string text) => text.Length is 2 or 3 or 4 && EmptyWord.Contains(text);

    /// <summary>The basis of a row; null when it is none.</summary>
    public Basis? BasisOf(SourceRow row) => Code.TryParse<Basis>(Text(row, ImportColumns.Basis), out var basis) ? basis : null;

    /// <summary>The unit of a row's value: the full-width ％ is the same sign.</summary>
    public string UomOf(SourceRow row) => Text(row, ImportColumns.Unit) is var uom && uom == "％" ? Uoms.Percent : PlainText.Key(uom);
}

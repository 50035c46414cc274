using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation.Rows;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>The columns of one table found by name, and what is wrong with its header.</summary>
internal sealed class TableCells
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly int[] _places;
    private readonly ReadOnce<string> _uoms = new(ReadUom);

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
            // Which of two that are not read stands first matters to nobody.
            else if (!_index.TryAdd(name, i) && ImportColumns.All.Contains(name))
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
        _places = [.. ImportColumns.All.Select(c => _index.GetValueOrDefault(c, -1))];
    }

    /// <summary>Missing and repeated columns.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>Columns that are not known.</summary>
    public List<Fault> Warnings { get; } = [];

    /// <summary>
    /// The text of a cell without the white space around it and what nobody sees; empty where the table has no such column,
    /// and where programs have written a word for nothing.
    /// </summary>
    public string Text(SourceRow row, string column) => Written(row, ImportColumns.IndexOf(column)) is var text && PlainText.IsEmptyWord(text) ? "" : text;

    /// <summary>The text of a cell as <see cref="Text"/> gives it, but with the words for nothing.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The place of its column in <see cref="ImportColumns.All"/>.</param>
    public string Written(SourceRow row, int column) =>
        _places[column] is >= 0 and var i && i < row.Cells.Length ? PlainText.Visible(row.Cells[i]).Trim() : "";

    /// <summary>The basis of a row; null when it is none.</summary>
    public Basis? BasisOf(SourceRow row) => Code.TryParse<Basis>(Text(row, ImportColumns.Basis), out var basis) ? basis : null;

    /// <summary>The unit of a row's value.</summary>
    public string UomOf(SourceRow row) => UomOf(Text(row, ImportColumns.Unit));

    /// <summary>
    /// The unit that is written so: the full-width ％ is the same sign; brackets around one that is known, and the mark of a footnote
    /// behind it, are none of it; behind a length, ² may be one of area.
    /// </summary>
    public string UomOf(string text) => _uoms.Of(text);

    private static string ReadUom(string text)
    {
        if (text == "％") return Uoms.Percent;
        var uom = PlainText.Key(text);
        if (Uoms.IsUnit(uom)) return uom;
        return PlainText.Key(Unmarked(Unmarked(text).Trim('(', ')', '（', '）', ' '))) is var bare && Uoms.IsUnit(bare) && bare[^1] is not ('米' or '里') ? bare : uom;

        static string Unmarked(string marked)
        {
            while (marked.Length > 0 && (marked[^1] == '*' || PlainText.HasMark(marked[^1..]))) marked = marked[..^1];
            return marked;
        }
    }
}

using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>The columns of a sheet found by their heads, and what is wrong with those.</summary>
internal sealed class PlanCells
{
    /// <summary>Words and signs for what stands above.</summary>
    private static readonly string[] Ditto = ["同上", "〃", "″"];

    /// <summary>In a wording they are part of it.</summary>
    private static readonly string[] Wordings = [PlanColumns.Title, PlanColumns.Text, PlanColumns.Quote, PlanColumns.Evidence];

    private readonly Dictionary<(int Line, string Column), string> _above = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _heads = new(StringComparer.Ordinal);
    private readonly bool _isChinese;

    public PlanCells(PlanTable table)
    {
        Sheet = table.Sheet;
        var (source, columns) = (table.Table, PlanColumns.Of(table.Sheet));
        _isChinese = source.Columns.Any(h => columns.Any(c => PlanHeader.Names(h, c) && TableHeader.Name(h).Any(l => l > 0x7F)));
        var ignored = new List<string>();
        for (var i = 0; i < source.Columns.Count; i++)
        {
            var head = TableHeader.Name(source.Columns[i]);
            if (columns.FirstOrDefault(c => PlanHeader.Names(head, c)) is { } column)
            {
                _heads.TryAdd(column.Name, head);
                if (!_index.TryAdd(column.Name, i))
                {
                    Faults.Add(new(source.HeaderLine, head, FaultReason.RepeatedColumn, head));
                }
            }
            else if (head.Length > 0 || source.Rows.Any(r => i < r.Cells.Length && !string.IsNullOrWhiteSpace(r.Cells[i])))
            {
                ignored.Add(head.Length > 0 ? head : $"#{i + 1}");
            }
        }

        var required = Names(columns.Where(c => c.IsRequired));
        Faults.AddRange(columns.Where(c => c.IsRequired && !_index.ContainsKey(c.Name))
            .Select(c => new Fault(source.HeaderLine, Head(c.Name), FaultReason.MissingColumn, Head(c.Name), required)));
        Warnings.AddRange(ignored.Distinct().Select(h => new Fault(source.HeaderLine, h, FaultReason.IgnoredColumn, h, Names(columns))));
        Warnings.AddRange(EmptyWords(source));
        FindDitto(source);
    }

    public PlanSheet Sheet { get; }

    /// <summary>Missing and repeated columns.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>Columns that are not known, and words for nothing.</summary>
    public List<Fault> Warnings { get; } = [];

    /// <summary>A column as the table calls it, or would.</summary>
    public string Head(string column) =>
        _heads.GetValueOrDefault(column) ?? (_isChinese ? PlanColumns.Of(Sheet).FirstOrDefault(c => c.Name == column)?.Chinese : null) ?? column;

    /// <summary>
    /// The text of a cell without the white space around it and what nobody sees; empty where the table has no such column,
    /// and where programs have written a word for nothing. 同上 is the nearest above.
    /// </summary>
    public string Text(SourceRow row, string column)
    {
        var text = _above.Count > 0 && _above.TryGetValue((row.Line, column), out var above) ? above : Written(row, column);
        return PlainText.IsEmptyWord(text) ? "" : text;
    }

    private void FindDitto(SourceTable table)
    {
        string[] columns = [.. _index.Keys.Except(Wordings)];
        var last = columns.ToDictionary(c => c, _ => "", StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            foreach (var column in columns)
            {
                var text = Written(row, column);
                if (Ditto.Contains(text))
                {
                    _above[(row.Line, column)] = last[column];
                }
                else if (text.Length > 0)
                {
                    last[column] = text;
                }
            }
        }
    }

    private IEnumerable<Fault> EmptyWords(SourceTable table) =>
        from row in table.Rows
        from column in _index.Keys
        let text = Written(row, column)
        where PlainText.IsEmptyWord(text)
        group (row.Line, column) by text into said
        select new Fault(said.First().Line, Head(said.First().column), FaultReason.EmptyWord, said.Key, $"{said.Count()}");

    private string Written(SourceRow row, string column) =>
        _index.TryGetValue(column, out var i) && i < row.Cells.Length ? PlainText.Visible(row.Cells[i]).Trim() : "";

    private string Names(IEnumerable<PlanColumn> columns) => string.Join(_isChinese ? "、" : ", ", columns.Select(c => _isChinese ? c.Chinese : c.Name));
}

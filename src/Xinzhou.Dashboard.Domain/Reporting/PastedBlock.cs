namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// A block of cells copied from Excel, WPS or LibreOffice: rows of tab-separated cells; a cell that contains a tab, a line
/// break or a quotation mark stands in quotation marks, which are doubled inside.
/// </summary>
public static class PastedBlock
{
    /// <summary>The maximum number of cells of a block.</summary>
    public const int MaxCells = 5000;

    /// <summary>The cells by row; null when there are more than <see cref="MaxCells"/>. The empty line at the end is none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (rows, row, cell) = (new List<IReadOnlyList<string>>(), new List<string>(), new System.Text.StringBuilder());
        var (quoted, count) = (false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c == '\t') EndCell();
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                EndRow();
            }
            else cell.Append(c);

            if (count > MaxCells) return null;
        }

        if (cell.Length > 0 || row.Count > 0) EndRow();
        return rows;

        void EndCell()
        {
            row.Add(cell.ToString());
            cell.Clear();
            count++;
        }

        void EndRow()
        {
            EndCell();
            rows.Add([.. row]);
            row.Clear();
        }
    }
}

using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>
/// Reads the first visible sheet of a workbook, or each of them, as a table: text as written, numbers as their format shows
/// them, dates as yyyy-MM-dd. A sheet is read piece by piece, within the limits of <see cref="SourceTable"/>.
/// </summary>
public sealed class WorkbookReader
{
    /// <summary>Columns beyond are none of a table.</summary>
    private const int MaxColumns = 256;

    private const int MaxRemarks = 20;

    /// <summary>Faults of cells beyond are one a line, and those of merged numbers none: such a file is wrong throughout.</summary>
    private const int MaxDetailed = 50_000;

    /// <summary>The last row that any spreadsheet has (LibreOffice; Excel ends at 1,048,576).</summary>
    private const int MaxLine = 1 << 24;

    /// <summary>Merged cells beyond are those of no table.</summary>
    private const int MaxMerged = 500_000;

    private readonly WorkbookOptions _options;
    private readonly CellStyles _styles;
    private readonly SharedTexts _shared;
    private readonly bool _from1904;
    private readonly List<Fault> _faults = [];
    private readonly List<(int Line, int Column, Fault Fault)> _ofCells = [];
    private readonly PackedRows _rows = new();
    private readonly List<SourceRow> _titles = [];
    private readonly List<(int Top, int Bottom, int Left, int Right)> _merged = [];
    private readonly HashSet<int> _beyond = [];
    private readonly List<int> _hidden = [];
    private string[]? _columns;
    private int _headerLine;
    private readonly int _rowsBefore;
    private long _unpacked;
    private long _shown;
    private long _cells;

    private WorkbookReader(WorkbookPart workbook, bool from1904, WorkbookOptions options)
    {
        _options = options;
        _styles = new(workbook);
        _from1904 = from1904;
        _shared = new();
    }

    /// <summary>For the next sheet of the same workbook: what was read before counts towards the limits.</summary>
    private WorkbookReader(WorkbookReader before)
    {
        (_options, _styles, _from1904, _shared) = (before._options, before._styles, before._from1904, before._shared);
        (_unpacked, _shown, _cells, _rowsBefore) = (before._unpacked, before._shown, before._cells, before._rowsBefore + before._rows.Count);
    }

    /// <summary>Reads a workbook; what is wrong with it stands in the faults of the table.</summary>
    /// <param name="content">The file.</param>
    /// <param name="options">How it is read; without them as a document to import.</param>
    public static SourceTable Read(byte[] content, WorkbookOptions? options = null)
    {
        var table = SourceTable.Unreadable(Fault.OfFile(FaultReason.EmptyFile));
        return Open(content, options, (reader, sheets) => table = reader.ReadOne(sheets)) is { } fault ? SourceTable.Unreadable(fault) : table;
    }

    /// <summary>Reads all visible sheets of a workbook that have anything in them; hidden ones are named only.</summary>
    /// <param name="content">The file.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="fault">Why the workbook cannot be read at all.</param>
    public static IReadOnlyList<WorkbookTable> ReadAll(byte[] content, WorkbookOptions options, out Fault? fault)
    {
        var tables = new List<WorkbookTable>();
        fault = Open(content, options, (reader, sheets) =>
        {
            foreach (var sheet in sheets.Sheets.Where(SheetList.HasData))
            {
                tables.Add(new(sheet.Name, sheet.IsVisible, sheet.IsVisible ? reader.ReadTable(sheet) : new()));
                reader = new(reader);
            }
        });
        return fault is null ? tables : [];
    }

    private static Fault? Open(byte[] content, WorkbookOptions? options, Action<WorkbookReader, SheetList> read)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.LongLength > SourceTable.MaxBytes)
        {
            return Fault.OfFile(FaultReason.FileTooLarge, $"{content.LongLength}");
        }

        if ((FileKind.Foreign(content) ?? Packing.Check(content)) is { } fault)
        {
            return fault;
        }

        try
        {
            using var stream = new MemoryStream(content, writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            if (document.WorkbookPart is not { } workbook || new SheetList(workbook) is not { Sheets.Count: > 0 } sheets)
            {
                return Broken("no sheet");
            }

            var reader = new WorkbookReader(workbook, sheets.From1904, options ?? WorkbookOptions.Import);
            reader.ReadShared(workbook);
            read(reader, sheets);
            return null;
        }
        catch (LimitException limit)
        {
            return limit.Fault;
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or XmlException
            or InvalidDataException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            return Broken(exception.Message);
        }
    }

    private static Fault Broken(string found) => Fault.OfFile(FaultReason.BrokenWorkbook, found);

    private void ReadShared(WorkbookPart workbook)
    {
        if (workbook.SharedStringTablePart is { } strings)
        {
            using var xml = WorkbookXml.Open(strings.GetStream(FileMode.Open, FileAccess.Read));
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                {
                    _shared.Add(Counted(WorkbookXml.ReadString(xml), ref _unpacked));
                }
            }
        }
    }

    private SourceTable ReadOne(SheetList sheets)
    {
        var marked = _options.Mark is { } mark ? sheets.Marked(mark, _shared) : [];
        if (marked.Count > 1)
        {
            return SourceTable.Unreadable(Fault.OfFile(FaultReason.SeveralSheets, string.Join(", ", marked.Select(s => s.Name))));
        }

        var sheet = marked.Count == 1 ? marked[0] : sheets.FirstVisible;
        var table = ReadTable(sheet);
        return _columns is null ? table : table with { Warnings = [.. OtherSheets(sheets, sheet), .. table.Warnings] };
    }

    private SourceTable ReadTable(SheetList.Sheet sheet)
    {
        ReadSheet(sheet);
        EndTitles();
        if (_columns is null)
        {
            return SourceTable.Unreadable(Fault.OfFile(FaultReason.EmptyFile));
        }

        Unmerge();
        return new()
        {
            // Cells beside the table belong to no column of it; they are reported as ignored by their letters.
            Columns = [.. _columns, .. _beyond.Order().Take(MaxRemarks).Select(CellReferences.Letters)],
            HeaderLine = _headerLine,
            Rows = _rows,
            Faults = [.. _faults.Concat(_ofCells.Where(c => c.Line > _headerLine || c.Column < _columns.Length).Select(c => c.Fault with { Column = NameOf(c.Column) })).OrderBy(f => f.Line)],
            Warnings = [.. HiddenRows()],
        };
    }

    private static IEnumerable<Fault> OtherSheets(SheetList sheets, SheetList.Sheet read) =>
        sheets.Sheets.Where(s => s != read && SheetList.HasData(s)).Take(MaxRemarks).Select(s => Fault.OfFile(FaultReason.OtherSheet, s.Name));

    private IEnumerable<Fault> HiddenRows()
    {
        var hidden = _hidden.Where(line => line >= _headerLine).ToArray();
        if (hidden.Length > 0)
        {
            yield return new(hidden[0], "", FaultReason.HiddenRows, string.Join(", ", hidden.Take(MaxRemarks)) + (hidden.Length > MaxRemarks ? "…" : ""), $"{hidden.Length}");
        }
    }

    private void ReadSheet(SheetList.Sheet sheet)
    {
        using var xml = WorkbookXml.Open(sheet.Part.GetStream(FileMode.Open, FileAccess.Read));
        var line = 0;
        while (xml.Read())
        {
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : null)
            {
                case "row":
                    line = xml.GetAttribute("r") is { } r ? int.Parse(r, NumberStyles.None, CultureInfo.InvariantCulture) : line + 1;
                    if (line is < 1 or > MaxLine) throw new FormatException($"'{line}' is no row.");
                    ReadRow(xml, line);
                    break;
                case "mergeCell" when xml.GetAttribute("ref") is { } range && range.Split(':') is [var from, var to]:
                    if (_merged.Count == MaxMerged)
                    {
                        throw new LimitException(Fault.OfFile(FaultReason.TooManyCells, $"{MaxMerged}"));
                    }

                    _merged.Add((CellReferences.LineOf(from), CellReferences.LineOf(to), CellReferences.ColumnOf(from), CellReferences.ColumnOf(to)));
                    break;
            }
        }
    }

    private void ReadRow(XmlReader xml, int line)
    {
        var cells = new List<string>();
        var column = -1;
        var isHidden = xml.GetAttribute("hidden") is "1" or "true";
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
                {
                    column = xml.GetAttribute("r") is { } reference ? CellReferences.ColumnOf(reference) : column + 1;
                    if (ReadCell(xml, line, column) is not { Length: > 0 } text || string.IsNullOrWhiteSpace(text))
                    {
                        continue;
                    }

                    if (column >= MaxColumns || (_columns is not null && column >= _columns.Length))
                    {
                        _beyond.Add(column);
                        continue;
                    }

                    while (cells.Count <= column)
                    {
                        cells.Add("");
                    }

                    cells[column] = text;
                    if (++_cells > _options.MaxCells)
                    {
                        throw new LimitException(Fault.OfFile(FaultReason.TooManyCells, $"{_options.MaxCells}"));
                    }
                }
            }
        }

        if (cells.Count == 0)
        {
            return;
        }

        if (isHidden)
        {
            _hidden.Add(line);
        }

        if (_columns is not null)
        {
            Add(new(line, [.. cells]));
            return;
        }

        _titles.Add(new(line, [.. cells]));
        if (_titles.Count == (_options.LooksForHeader ? SourceTable.MaxTitleRows : 1))
        {
            EndTitles();
        }
    }

    /// <summary>Which of the first rows is the header is known when they are all there.</summary>
    private void EndTitles()
    {
        if (_columns is not null || _titles.Count == 0)
        {
            return;
        }

        var header = TableHeader.IndexIn(_titles.Select(t => t.Cells), _options.Header);
        (_headerLine, _columns) = (_titles[header].Line, _titles[header].Cells);
        if (_options.Header is { } score && header + 1 < _titles.Count
            && Over(_columns, _titles[header + 1].Cells) is var both && score(both) > score(_columns))
        {
            (_headerLine, _columns) = (_titles[++header].Line, both);
        }

        foreach (var row in _titles.Skip(header + 1))
        {
            foreach (var beyond in Enumerable.Range(_columns.Length, Math.Max(0, row.Cells.Length - _columns.Length)).Where(i => row.Cells[i].Length > 0))
            {
                _beyond.Add(beyond);
            }

            var cells = row.Cells.Length > _columns.Length ? row.Cells[.._columns.Length] : row.Cells;
            if (cells.Any(c => c.Length > 0))
            {
                Add(row with { Cells = cells });
            }
        }

        _titles.Clear();
    }

    /// <summary>A heading over two lines: below 责任单位 stand 牵头单位 and 配合单位.</summary>
    private static string[] Over(string[] above, string[] below) =>
        [.. Enumerable.Range(0, Math.Max(above.Length, below.Length))
            .Select(i => i < below.Length && !string.IsNullOrWhiteSpace(below[i]) ? below[i] : i < above.Length ? above[i] : "")];

    private void Add(SourceRow row)
    {
        if (_rowsBefore + _rows.Count == SourceTable.MaxRows)
        {
            throw new LimitException(Fault.OfFile(FaultReason.TooManyRows, $"{SourceTable.MaxRows}"));
        }

        _rows.Add(row);
    }

    /// <summary>A merged text stands in every row of its range; a merged number would stand for several.</summary>
    private void Unmerge()
    {
        var merged = _merged.Where(m => m.Bottom > _headerLine && m.Left < _columns!.Length).ToArray();
        foreach (var (top, bottom, left, right) in merged)
        {
            for (var column = left; column <= Math.Min(right, _columns!.Length - 1) && _faults.Count < MaxDetailed; column++)
            {
                if (_options.IsNumber(column, _columns[column]))
                {
                    _faults.Add(new(Math.Max(top, _headerLine), NameOf(column), FaultReason.MergedNumber,
                        $"{CellReferences.Letters(left)}{top}:{CellReferences.Letters(right)}{bottom}"));
                }
            }
        }

        if (!_rows.Fill(merged.Select(m => (m.Top, m.Bottom, m.Left)), _options.MaxCells))
        {
            throw new LimitException(Fault.OfFile(FaultReason.TooManyCells, $"{_options.MaxCells}"));
        }
    }

    private string NameOf(int column) =>
        _columns is not null && column < _columns.Length && TableHeader.Name(_columns[column]) is { Length: > 0 } name ? name : CellReferences.Letters(column);

    /// <summary>The text of the cell the reader stands on; empty, with a fault, when it is none to import.</summary>
    private string ReadCell(XmlReader xml, int line, int column)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        string? value = null, formula = null;
        var text = "";
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            xml.Read();
            while (xml.Depth > depth)
            {
                switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : null)
                {
                    case "v":
                        value = xml.ReadElementContentAsString();
                        break;
                    case "f":
                        formula = xml.ReadElementContentAsString();
                        break;
                    case "is":
                        text = Counted(WorkbookXml.ReadString(xml), ref _unpacked);
                        break;
                    default:
                        xml.Read();
                        break;
                }
            }
        }

        if (formula is not null)
        {
            return Refuse(line, column, FaultReason.FormulaCell, formula.Length > 0 ? $"={formula}" : value ?? "");
        }

        var dress = _styles.DressOf(style);
        return type switch
        {
            "inlineStr" => Dressed(text, dress),
            _ when string.IsNullOrEmpty(value) => "",
            "s" => Dressed(Counted(_shared[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)], ref _shown), dress),
            "str" => Dressed(Counted(CellText.Decode(value), ref _unpacked), dress),
            "b" => value == "1" ? "true" : "false",
            "e" => Refuse(line, column, FaultReason.ErrorCell, value),
            "d" => DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) is var day ? DayText(day) : "",
            _ => Dressed(NumberText(line, column, value, _styles.FormatOf(style)), dress),
        };
    }

    /// <summary>A number whose whole cell is raised is a footnote; what stands in a cell that is struck out does not hold.</summary>
    private static string Dressed(string text, string? dress) =>
        dress == CellStyles.Struck ? PlainText.Struck(text)
        : dress is not null && NumberNotation.Read(text, out _) is not null ? PlainText.Raised(text, dress == "subscript")
        : text;

    private string NumberText(int line, int column, string value, NumberFormat format)
    {
        var number = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
        var (section, isOfNegatives) = format.SectionOf(number);
        return section.Kind switch
        {
            FormatSection.Shows.Scaled => Refuse(line, column, FaultReason.ScaledCell, value),
            FormatSection.Shows.Day or FormatSection.Shows.Time when IsDay(number) => DayText(DayOf(number)),
            FormatSection.Shows.Month when IsDay(number) => DayOf(number).ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ when section.Number(number, isOfNegatives, _options.AllDigits) is { } shown =>
                section.Kind == FormatSection.Shows.Percent && _options.AllDigits ? shown + "%" : shown,
            _ => Refuse(line, column, FaultReason.FormatText, value),
        };
    }

    /// <summary>To 31 December 9999. (Before March 1900 Excel's calendar is a day off; no figure here is that old.)</summary>
    private static bool IsDay(double number) => number is >= 0 and < 2_950_000;

    private DateTime DayOf(double number) => DateTime.FromOADate(_from1904 ? number + 1462 : number);

    private static string DayText(DateTime day)
    {
        var seconds = new DateTime((day.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        return seconds.TimeOfDay == TimeSpan.Zero
            ? seconds.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : DateNotation.Write(new(seconds, Shanghai.Offset));
    }

    private string Refuse(int line, int column, FaultReason reason, string found)
    {
        if (_ofCells.Count < MaxDetailed || _ofCells[^1].Line != line)
        {
            _ofCells.Add((line, column, new(line, "", reason, found)));
        }

        // Something stands in the cell: the row is not an empty one.
        return found.Length > 0 ? found : "?";
    }

    /// <summary>Text that was unpacked, or is shared by many cells and read in each: there may not be more of it than a file may have.</summary>
    private string Counted(string text, ref long characters)
    {
        characters += text.Length;
        return characters <= _options.MaxCharacters
            ? text
            : throw new LimitException(Fault.OfFile(FaultReason.TooMuchText, $"{_options.MaxCharacters}"));
    }

    /// <summary>Ends the reading of a workbook that has too much in it.</summary>
    private sealed class LimitException(Fault fault) : Exception
    {
        public Fault Fault => fault;
    }
}

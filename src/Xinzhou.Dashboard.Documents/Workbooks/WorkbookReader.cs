using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>
/// Reads the first sheet of a workbook as a table: text as written, numbers with the decimals of their format, dates as
/// yyyy-MM-dd. The sheet is read piece by piece, within the limits of <see cref="SourceTable"/>.
/// </summary>
public sealed class WorkbookReader
{
    private readonly CellStyles _styles;
    private readonly List<string> _shared = [];
    private readonly bool _from1904;
    private readonly bool _allDigits;
    private readonly List<Fault> _faults = [];
    private readonly List<SourceRow> _rows = [];
    private readonly HashSet<int> _beyond = [];
    private List<string>? _columns;
    private long _letters;

    private WorkbookReader(WorkbookPart workbook, bool allDigits)
    {
        _allDigits = allDigits;
        _styles = new(workbook);
        _from1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
    }

    /// <summary>Reads a workbook; what is wrong with it stands in the faults of the table.</summary>
    /// <param name="content">The file.</param>
    /// <param name="allDigits">
    /// True to read a number with all its decimals, also where its format shows fewer: what somebody typed into a cell made
    /// for one decimal. False to read it as it is shown, which is how a table is published.
    /// </param>
    public static SourceTable Read(byte[] content, bool allDigits = false)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.LongLength > SourceTable.MaxBytes)
        {
            return SourceTable.Unreadable(Fault.OfFile(FaultReason.FileTooLarge, $"{content.LongLength}"));
        }

        if (Packing.Check(content) is { } fault)
        {
            return SourceTable.Unreadable(fault);
        }

        try
        {
            using var stream = new MemoryStream(content, writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            return document.WorkbookPart is { } workbook && FirstSheet(workbook) is { } sheet
                ? new WorkbookReader(workbook, allDigits).Read(workbook, sheet)
                : Broken("no sheet");
        }
        catch (LimitException limit)
        {
            return SourceTable.Unreadable(limit.Fault);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or XmlException
            or InvalidDataException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            return Broken(exception.Message);
        }
    }

    private static SourceTable Broken(string found) => SourceTable.Unreadable(Fault.OfFile(FaultReason.BrokenWorkbook, found));

    private static WorksheetPart? FirstSheet(WorkbookPart workbook) =>
        workbook.Workbook?.Sheets?.Elements<Sheet>()
            .Select(s => s.Id?.Value is { } id ? workbook.GetPartById(id) as WorksheetPart : null)
            .FirstOrDefault(p => p is not null);

    private SourceTable Read(WorkbookPart workbook, WorksheetPart sheet)
    {
        if (workbook.SharedStringTablePart is { } strings)
        {
            using var xml = WorkbookXml.Open(strings.GetStream(FileMode.Open, FileAccess.Read));
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                {
                    _shared.Add(Counted(WorkbookXml.ReadString(xml)));
                }
            }
        }

        using (var xml = WorkbookXml.Open(sheet.GetStream(FileMode.Open, FileAccess.Read)))
        {
            var line = 0;
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    line = xml.GetAttribute("r") is { } r ? int.Parse(r, NumberStyles.None, CultureInfo.InvariantCulture) : line + 1;
                    ReadRow(xml, line);
                }
            }
        }

        return _columns is null
            ? SourceTable.Unreadable(Fault.OfFile(FaultReason.EmptyFile))
            : new()
            {
                // Cells beside the table belong to no column of it; they are reported as ignored by their letters.
                Columns = [.. _columns, .. _beyond.Order().Select(CellReferences.Letters)],
                Rows = _rows,
                Faults = [.. _faults.OrderBy(f => f.Line)],
            };
    }

    private void ReadRow(XmlReader xml, int line)
    {
        var cells = new List<(int Column, string Text)>();
        var column = -1;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
                {
                    column = xml.GetAttribute("r") is { } reference ? CellReferences.ColumnOf(reference) : column + 1;
                    if (ReadCell(xml, line, column) is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text))
                    {
                        cells.Add((column, text));
                    }
                }
            }
        }

        if (cells.Count == 0)
        {
            return;
        }

        if (_columns is null)
        {
            _columns = [.. Enumerable.Repeat("", cells.Max(c => c.Column) + 1)];
            cells.ForEach(c => _columns[c.Column] = c.Text);
            return;
        }

        if (_rows.Count == SourceTable.MaxRows)
        {
            throw new LimitException(Fault.OfFile(FaultReason.TooManyRows, $"{SourceTable.MaxRows}"));
        }

        var row = new string[_columns.Count];
        Array.Fill(row, "");
        foreach (var (index, text) in cells)
        {
            if (index < row.Length)
            {
                row[index] = text;
            }
            else
            {
                _beyond.Add(index);
            }
        }

        _rows.Add(new(line, row));
    }

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
                        text = Counted(WorkbookXml.ReadString(xml));
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

        return type switch
        {
            "inlineStr" => text,
            _ when string.IsNullOrEmpty(value) => "",
            "s" => _shared[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)],
            "str" => Counted(CellText.Decode(value)),
            "b" => value == "1" ? "true" : "false",
            "e" => Refuse(line, column, FaultReason.ErrorCell, value),
            "d" => DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) is var day ? DayText(day) : "",
            _ => NumberText(line, column, value, _styles.FormatOf(style)),
        };
    }

    private string NumberText(int line, int column, string value, NumberFormat format)
    {
        var number = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
        return format.Kind switch
        {
            NumberFormat.Shows.Percent => Refuse(line, column, FaultReason.PercentCell, value),
            NumberFormat.Shows.Scaled => Refuse(line, column, FaultReason.ScaledCell, value),
            NumberFormat.Shows.Day or NumberFormat.Shows.Time when IsDay(number) => DayText(DayOf(number)),
            NumberFormat.Shows.Month when IsDay(number) => DayOf(number).ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => format.Number(number, _allDigits) ?? value,
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
        _faults.Add(new(line, _columns is not null && column < _columns.Count ? _columns[column].Trim() : CellReferences.Letters(column), reason, found));

        // Something stands in the cell: the row is not an empty one.
        return found.Length > 0 ? found : "?";
    }

    /// <summary>Text that was unpacked: there may not be more of it than a file may have.</summary>
    private string Counted(string text)
    {
        _letters += text.Length;
        return _letters <= SourceTable.MaxBytes
            ? text
            : throw new LimitException(Fault.OfFile(FaultReason.FileTooLarge, $"> {SourceTable.MaxBytes}"));
    }

    /// <summary>Ends the reading of a workbook that has too much in it.</summary>
    private sealed class LimitException(Fault fault) : Exception
    {
        public Fault Fault => fault;
    }
}

using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>
/// Writes a table as a workbook of one sheet. Numbers are numbers with their decimals in the format; text is text whatever
/// it begins with, and stays so when somebody edits the cell (the style has the mark that a typed apostrophe leaves).
/// </summary>
public static class WorkbookWriter
{
    /// <summary>A number with more digits is written as text: a cell keeps no more.</summary>
    private const int MostDigits = 15;

    private const int MostDecimals = 15;
    private const uint TextStyle = 1;
    private const uint HeaderStyle = 2;
    private const uint FirstNumberStyle = 3;
    private const uint FirstFormatId = 164;

    /// <summary>Writes a workbook.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="sheet">The name of the sheet.</param>
    /// <param name="columns">The header.</param>
    /// <param name="numbers">The indices of the columns that hold numbers.</param>
    /// <param name="rows">The rows, as many cells as columns.</param>
    public static void Write(
        Stream output, string sheet, IReadOnlyList<string> columns, IReadOnlySet<int> numbers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(rows);
        using var content = new MemoryStream();
        Write(content, CompressionOption.Normal, sheet, columns, numbers, rows);

        // Rows that hardly differ pack tighter than an import lets a file be.
        if (Packing.Check(content.ToArray()) is not null)
        {
            content.SetLength(0);
            Write(content, CompressionOption.NotCompressed, sheet, columns, numbers, rows);
        }

        content.WriteTo(output);
    }

    private static void Write(
        Stream output,
        CompressionOption compression,
        string sheet,
        IReadOnlyList<string> columns,
        IReadOnlySet<int> numbers,
        IEnumerable<IReadOnlyList<string>> rows)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        document.CompressionOption = compression;
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var part = workbook.AddNewPart<WorksheetPart>();
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        using (var xml = OpenXmlWriter.Create(part))
        {
            xml.WriteStartElement(new Worksheet());
            xml.WriteElement(new SheetViews(new SheetView(new Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            })
            { WorkbookViewId = 0 }));
            xml.WriteStartElement(new SheetData());
            var letters = columns.Select((_, i) => CellReferences.Letters(i)).ToArray();
            var line = 1;
            WriteRow(xml, letters, line, columns, (_, text) => TextCell(text, HeaderStyle, shared));
            foreach (var row in rows)
            {
                WriteRow(xml, letters, ++line, row, (column, text) =>
                    numbers.Contains(column) && NumberCell(text) is { } number ? number : TextCell(text, TextStyle, shared));
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        WriteSharedStrings(workbook.AddNewPart<SharedStringTablePart>(), shared.Keys);
        workbook.Workbook = new(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = sheet }));
    }

    private static void WriteRow(OpenXmlWriter xml, string[] letters, int line, IReadOnlyList<string> cells, Func<int, string, Cell> cell)
    {
        xml.WriteStartElement(new Row { RowIndex = (uint)line });
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length > 0)
            {
                var written = cell(i, cells[i]);
                written.CellReference = string.Create(CultureInfo.InvariantCulture, $"{letters[i]}{line}");
                xml.WriteElement(written);
            }
        }

        xml.WriteEndElement();
    }

    private static Cell? NumberCell(string text) =>
        NumberNotation.Read(text, out _) is { } number && number.Scale <= MostDecimals
        && text.AsSpan().TrimStart('-').TrimStart('0').TrimStart('.').TrimStart('0') is var digits && digits.Length - (digits.Contains('.') ? 1 : 0) <= MostDigits
            ? new() { StyleIndex = FirstNumberStyle + number.Scale, CellValue = new(number.ToString(CultureInfo.InvariantCulture)) }
            : null;

    private static Cell TextCell(string text, uint style, Dictionary<string, int> shared)
    {
        if (!shared.TryGetValue(text, out var index))
        {
            shared[text] = index = shared.Count;
        }

        return new() { StyleIndex = style, DataType = CellValues.SharedString, CellValue = new(index) };
    }

    private static void WriteSharedStrings(SharedStringTablePart part, IEnumerable<string> texts)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new SharedStringTable());
        foreach (var text in texts)
        {
            xml.WriteElement(new SharedStringItem(new Text(CellText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve }));
        }

        xml.WriteEndElement();
    }

    private static Stylesheet Styles()
    {
        var formats = Enumerable.Range(0, MostDecimals + 1)
            .Select(n => new NumberingFormat
            {
                NumberFormatId = FirstFormatId + (uint)n,
                FormatCode = n == 0 ? "0" : "0." + new string('0', n),
            }).ToArray();
        return new(
            new NumberingFormats(formats.Cast<OpenXmlElement>()),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
            [
                new CellFormat(),
                new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true },
                new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true, FontId = 1, ApplyFont = true },
                .. formats.Select(f => new CellFormat { NumberFormatId = f.NumberFormatId, ApplyNumberFormat = true }),
            ]));
    }
}

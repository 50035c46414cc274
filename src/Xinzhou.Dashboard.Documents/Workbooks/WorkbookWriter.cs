using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>
/// Writes tables as a workbook, each a sheet with its header fixed. Numbers are numbers with their decimals in the format; text is text whatever
/// it begins with, and stays so when somebody edits the cell (the style has the mark that a typed apostrophe leaves).
/// </summary>
public static class WorkbookWriter
{
    /// <summary>A number with more digits is written as text: a cell keeps no more.</summary>
    private const int MaxDigits = 15;

    private const int MaxDecimals = 15;

    /// <summary>The most characters of a cell.</summary>
    private const int MaxText = 32_767;
    private const string CutMark = "……（已截断）";

    /// <summary>The most characters of what is told beside a cell.</summary>
    private const int MaxHint = 255;

    /// <summary>Lines of a table that is still to be filled in.</summary>
    private const int MaxHintedLine = 5000;
    private const uint TextStyle = 1;
    private const uint HeaderStyle = 2;
    private const uint WrappedTextStyle = 3;
    private const uint WrappedHeaderStyle = 4;
    private const uint FirstNumberStyle = 5;
    private const uint A4 = 9;
    private const uint FirstFormatId = 164;

    /// <summary>Writes a workbook of one sheet.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="sheet">The name of the sheet.</param>
    /// <param name="columns">The header.</param>
    /// <param name="numbers">The indices of the columns that hold numbers.</param>
    /// <param name="rows">The rows, as many cells as columns.</param>
    /// <returns>How many texts were cut.</returns>
    public static int Write(
        Stream output, string sheet, IReadOnlyList<string> columns, IReadOnlySet<int> numbers, IReadOnlyList<IReadOnlyList<string>> rows) =>
        Write(output, [new(sheet, columns, rows) { Numbers = numbers }]);

    /// <summary>Writes a workbook.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="sheets">At least one; of different names.</param>
    /// <returns>How many texts were cut: a cell keeps 32,767 characters, and a program that finds more calls the file broken.</returns>
    public static int Write(Stream output, IReadOnlyList<WorkbookSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(sheets);
        using var content = new MemoryStream();
        Write(content, CompressionOption.Normal, sheets);

        // Rows that hardly differ pack tighter than an import lets a file be.
        if (Packing.Check(content.ToArray()) is not null)
        {
            content.SetLength(0);
            Write(content, CompressionOption.NotCompressed, sheets);
        }

        content.WriteTo(output);
        return sheets.Sum(s => s.Rows.Sum(r => r.Count(t => t.Length > MaxText)));
    }

    private static void Write(Stream output, CompressionOption compression, IReadOnlyList<WorkbookSheet> sheets)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        document.CompressionOption = compression;
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        var index = new Sheets();
        foreach (var sheet in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            WriteSheet(part, sheet, shared);
            index.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)index.ChildElements.Count + 1, Name = sheet.Name });
        }

        WriteSharedStrings(workbook.AddNewPart<SharedStringTablePart>(), shared.Keys);
        workbook.Workbook = new(index);
        if (sheets.Any(s => s.IsPrinted))
        {
            workbook.Workbook.Append(new DefinedNames(sheets.Select((s, i) => (s, i)).Where(s => s.s.IsPrinted).Select(s => new DefinedName
            {
                Name = "_xlnm.Print_Titles",
                LocalSheetId = (uint)s.i,
                Text = $"'{s.s.Name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1",
            })));
        }
    }

    private static void WriteSheet(WorksheetPart part, WorkbookSheet sheet, Dictionary<string, int> shared)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        if (sheet.IsPrinted)
        {
            xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        }

        xml.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        if (sheet.Widths.Count > 0)
        {
            xml.WriteElement(new Columns(sheet.Widths.Select((width, i) =>
                new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        }

        xml.WriteStartElement(new SheetData());
        var letters = sheet.Columns.Select((_, i) => CellReferences.Letters(i)).ToArray();
        var line = 1;
        WriteRow(xml, letters, line, sheet.Columns, (_, text) => TextCell(text, sheet.IsPrinted ? WrappedHeaderStyle : HeaderStyle, shared));
        foreach (var row in sheet.Rows)
        {
            WriteRow(xml, letters, ++line, row, (column, text) =>
                sheet.Numbers.Contains(column) && NumberCell(text) is { } number ? number : TextCell(text, sheet.IsPrinted ? WrappedTextStyle : TextStyle, shared));
        }

        xml.WriteEndElement();
        if (sheet.Hints.Count > 0)
        {
            xml.WriteElement(Hints(sheet));
        }

        if (sheet.IsPrinted)
        {
            xml.WriteElement(new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
            xml.WriteElement(new HeaderFooter(new OddFooter("&C&A&R&P/&N")));
        }

        xml.WriteEndElement();
    }

    private static DataValidations Hints(WorkbookSheet sheet) =>
        new(sheet.Hints.OrderBy(h => h.Key).Select(h => new DataValidation
        {
            Type = h.Value.List is null ? DataValidationValues.None : DataValidationValues.List,
            Formula1 = h.Value.List is { } list ? new Formula1(list) : null,
            AllowBlank = true,
            ShowInputMessage = true,
            Prompt = Short(h.Value.Prompt),
            ShowErrorMessage = h.Value.IsStrict,
            Error = h.Value.Error is { } error ? Short(error) : null,
            SequenceOfReferences = new() { InnerText = $"{CellReferences.Letters(h.Key)}2:{CellReferences.Letters(h.Key)}{MaxHintedLine}" },
        }))
        { Count = (uint)sheet.Hints.Count };

    private static string Short(string text) => text.Length <= MaxHint ? text : text[..MaxHint];

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
        NumberNotation.Read(text, out _) is { } number && number.Scale <= MaxDecimals
        && text.AsSpan().TrimStart('-').TrimStart('0').TrimStart('.').TrimStart('0') is var digits && digits.Length - (digits.Contains('.') ? 1 : 0) <= MaxDigits
            ? new() { StyleIndex = FirstNumberStyle + number.Scale, CellValue = new(number.ToString(CultureInfo.InvariantCulture)) }
            : null;

    /// <summary>The text as far as a cell keeps it, with a mark where it was cut.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= MaxText)
        {
            return text;
        }

        var end = MaxText - CutMark.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), CutMark);
    }

    private static Cell TextCell(string written, uint style, Dictionary<string, int> shared)
    {
        var text = Cut(written);
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
        var formats = Enumerable.Range(0, MaxDecimals + 1)
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
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE3EEF1" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
            [
                new CellFormat(),
                new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true },
                new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true, FontId = 1, ApplyFont = true },
                Wrapped(new() { NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true }),
                Wrapped(new() { NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true, FontId = 1, ApplyFont = true, FillId = 2, ApplyFill = true }),
                .. formats.Select(f => new CellFormat
                {
                    NumberFormatId = f.NumberFormatId,
                    ApplyNumberFormat = true,
                    ApplyAlignment = true,
                    Alignment = new() { Vertical = VerticalAlignmentValues.Center },
                }),
            ]));
    }

    private static CellFormat Wrapped(CellFormat format)
    {
        (format.ApplyAlignment, format.Alignment) = (true, new() { WrapText = true, Vertical = VerticalAlignmentValues.Center });
        return format;
    }
}

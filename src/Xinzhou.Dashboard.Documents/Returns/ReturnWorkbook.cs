using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>
/// A return as a workbook: what is known is filled in and locked, what is asked for is open and checked by Excel itself
/// (numbers, the list of reasons). It comes back through <see cref="ReturnWorkbookReader"/>.
/// </summary>
public static class ReturnWorkbook
{
    private const uint FirstFormatId = 164;
    private const uint A4 = 9;
    private const double Points = 11;

    /// <summary>Excel and WPS in Chinese have it; others take another.</summary>
    private const string Typeface = "微软雅黑";
    private const int MaxDecimals = 6;

    /// <summary>More digits than a spreadsheet keeps of a number.</summary>
    private const int MaxDigits = 15;

    private enum Style : uint
    {
        Locked,
        Header,
        Hidden,
        OpenText,
        Remark,
        WrongText,
        Wrapped,
        FirstLockedNumber,
    }

    private static readonly double[] Widths = [2, 2, 5, 34, 14, 10, 7, 12, 12, 14, 10, 12, 26, 34, 22, 44];

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="sheet">The return as it stands.</param>
    /// <param name="words">The words.</param>
    /// <param name="remarks">What is wrong with rows, by their numbers; for a workbook that is given back.</param>
    /// <param name="typed">What was written in rows of a workbook that is given back; it stands there again, with the versions it was made from.</param>
    /// <param name="rules">The rules in force, which colour what breaks them; null if there is none.</param>
    public static void Write(
        Stream output,
        ReturnSheet sheet,
        ReturnWorkbookWords words,
        IReadOnlyDictionary<int, string>? remarks = null,
        IReadOnlyDictionary<int, ReturnWorkbookRow>? typed = null,
        IReadOnlyList<Rule>? rules = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(words);
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var (entries, help) = (workbook.AddNewPart<WorksheetPart>(), workbook.AddNewPart<WorksheetPart>());
        entries.Worksheet = Entries(sheet, words, remarks ?? new Dictionary<int, string>(), typed ?? new Dictionary<int, ReturnWorkbookRow>(), rules ?? []);
        help.Worksheet = new(
            new Columns(new Column { Min = 1, Max = 1, Width = 100, CustomWidth = true }),
            new SheetData(words.Help.Select((line, i) => new Row(Text(0, i + 1, line, Style.Wrapped)) { RowIndex = (uint)i + 1 })));
        workbook.Workbook = new(new Sheets(
            new Sheet { Id = workbook.GetIdOfPart(entries), SheetId = 1, Name = words.Sheet },
            new Sheet { Id = workbook.GetIdOfPart(help), SheetId = 2, Name = words.HelpSheet }));
    }

    private static Worksheet Entries(
        ReturnSheet sheet, ReturnWorkbookWords words, IReadOnlyDictionary<int, string> remarks, IReadOnlyDictionary<int, ReturnWorkbookRow> typed, IReadOnlyList<Rule> rules)
    {
        var last = sheet.Rows.Count + 1;
        var header = Enum.GetValues<ReturnColumn>().Select(c => Text((int)c, 1, words.Column(c), Style.Header));
        var rows = sheet.Rows.Select((row, i) =>
            Line(sheet, row, i + 2, words, remarks.GetValueOrDefault(row.Row.Number), typed.GetValueOrDefault(row.Row.Number)));
        return new(
        [
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane
            {
                HorizontalSplit = 4,
                VerticalSplit = 1,
                TopLeftCell = "E2",
                ActivePane = PaneValues.BottomRight,
                State = PaneStateValues.Frozen,
            })
            { WorkbookViewId = 0 }),
            new Columns(Widths.Select((width, i) => new Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = width,
                CustomWidth = true,
                Hidden = i <= (int)ReturnColumn.Versions,
            })),
            new SheetData([new Row(header) { RowIndex = 1 }, .. rows]),
            // Against slips only: there is no password, and nothing depends on it.
            new SheetProtection { Sheet = true, FormatColumns = false, FormatRows = false, Sort = true, AutoFilter = false },
            .. ReturnWorkbookChecks.Of(sheet, rules),
            Checks(words, last),
            new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = A4, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddHeader($"&C{Printed(words.Title)}"), new OddFooter($"&C{Printed(words.Foot)}&R&P/&N")),
        ]);
    }

    /// <summary>An ampersand begins a code.</summary>
    private static string Printed(string text) => text.Replace("&", "&&", StringComparison.Ordinal);

    private static Row Line(ReturnSheet sheet, SheetRow row, int line, ReturnWorkbookWords words, string? remark, ReturnWorkbookRow? typed)
    {
        var (value, growth) = (row.Cell(CellField.Value), row.Cell(CellField.Growth));
        var decimals = Math.Min(row.Row.Decimals, MaxDecimals);
        var seen = (Value: typed?.ValueVersion ?? value?.Version ?? 0, Growth: typed?.GrowthVersion ?? growth?.Version ?? 0);
        List<Cell> cells =
        [
            Text((int)ReturnColumn.Key, line, ReturnRowKey.Of(sheet.Return, row.Row).ToString(), Style.Hidden),
            Text((int)ReturnColumn.Versions, line, string.Create(CultureInfo.InvariantCulture, $"{seen.Value}/{seen.Growth}"), Style.Hidden),
            Number((int)ReturnColumn.Number, line, row.Row.Number, 0, isOpen: false),
            Text((int)ReturnColumn.Indicator, line, new string('　', row.Row.Indent) + words.Row(row.Row), Style.Locked),
            Text((int)ReturnColumn.StatisticalUnit, line, row.Row.Unit is { } unit ? words.Unit(unit) : "", Style.Locked),
            Text((int)ReturnColumn.Uom, line, row.Row.Uom, Style.Locked),
            Number((int)ReturnColumn.Decimals, line, row.Row.Decimals, 0, isOpen: false),
            Known((int)ReturnColumn.YearBefore, line, row.YearBefore, row.ProgressYearBefore, row.Row),
            Known((int)ReturnColumn.QuarterBefore, line, row.QuarterBefore, row.ProgressBefore, row.Row),
        ];
        if (!row.IsAsked)
        {
            cells.Add(Text((int)ReturnColumn.Value, line, words.NotAsked(row.State), Style.Locked));
        }
        else
        {
            var wrong = remark is { Length: > 0 };
            var notes = ReturnRowNotes.Of(value?.Entry, growth?.Entry);
            if (value is not null) cells.Add(Entry((int)ReturnColumn.Value, line, typed is null ? Plain(value.Entry.Value) : typed.Value, decimals, wrong));
            else cells.Add(Text((int)ReturnColumn.Value, line, words.NotAsked(CellState.Exempt), Style.Locked));
            if (growth is not null) cells.Add(Entry((int)ReturnColumn.Growth, line, typed is null ? Plain(growth.Entry.Value) : typed.Growth, 1, wrong));
            else if (row.IsExempt(CellField.Growth)) cells.Add(Text((int)ReturnColumn.Growth, line, words.NotAsked(CellState.Exempt), Style.Locked));
            cells.Add(Text((int)ReturnColumn.Blank, line, (typed is null ? notes.Blank is { } blank ? words.Blank(blank) : null : typed.Blank) ?? "", Style.OpenText));
            cells.Add(Text((int)ReturnColumn.Reason, line, (typed is null ? notes.Reason : typed.Reason) ?? "", Style.OpenText));
            cells.Add(Text((int)ReturnColumn.Explanation, line, (typed is null ? notes.Explanation : typed.Explanation) ?? "", Style.OpenText));
            cells.Add(Text((int)ReturnColumn.Source, line, (typed is null ? notes.Source : typed.Source) ?? "", Style.OpenText));
        }

        if (remark is { Length: > 0 }) cells.Add(Text((int)ReturnColumn.Remark, line, remark, Style.Remark));
        return new(cells) { RowIndex = (uint)line };
    }

    private static Cell Known(int column, int line, Figure? figure, decimal? progress, FormRow row) =>
        progress is { } percent ? Number(column, line, percent, Math.Min(percent.Scale, (byte)MaxDecimals), isOpen: false)
        : figure?.Value is { } value && Uoms.Convert(value, figure.Uom, row.Uom) is { } converted
            ? Number(column, line, converted, Math.Min(converted.Scale, (byte)MaxDecimals), isOpen: false)
            : Text(column, line, "", Style.Locked);

    private static string? Plain(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>An open cell: a text that is no number, or one of more digits than a spreadsheet keeps, stays as it was written.</summary>
    private static Cell Entry(int column, int line, string? text, int decimals, bool wrong)
    {
        if (text is null) return Number(column, line, null, decimals, isOpen: true);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && text.Count(char.IsAsciiDigit) <= MaxDigits
                ? Number(column, line, number, Math.Max(decimals, number.Scale), isOpen: true)
                : Text(column, line, text, wrong ? Style.WrongText : Style.OpenText);
    }

    private static DataValidations Checks(ReturnWorkbookWords words, int last)
    {
        string Range(ReturnColumn column) => $"{CellReferences.Letters((int)column)}2:{CellReferences.Letters((int)column)}{last}";
        return new(
            new DataValidation(new Formula1("-1000000000000"), new Formula2("1000000000000"))
            {
                Type = DataValidationValues.Decimal,
                Operator = DataValidationOperatorValues.Between,
                AllowBlank = true,
                ShowErrorMessage = true,
                Error = words.NumbersOnly,
                SequenceOfReferences = new() { InnerText = Range(ReturnColumn.Value) },
            },
            new DataValidation(new Formula1("-100"))
            {
                Type = DataValidationValues.Decimal,
                Operator = DataValidationOperatorValues.GreaterThan,
                AllowBlank = true,
                ShowErrorMessage = true,
                Error = words.GrowthOnly,
                SequenceOfReferences = new() { InnerText = Range(ReturnColumn.Growth) },
            },
            new DataValidation(new Formula1($"\"{string.Join(',', Enum.GetValues<BlankReason>().Select(words.Blank))}\""))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = true,
                Error = words.BlanksOnly,
                SequenceOfReferences = new() { InnerText = Range(ReturnColumn.Blank) },
            })
        { Count = 3 };
    }

    private static Cell Text(int column, int line, string text, Style style) => new()
    {
        CellReference = string.Create(CultureInfo.InvariantCulture, $"{CellReferences.Letters(column)}{line}"),
        StyleIndex = (uint)style,
        DataType = text.Length == 0 ? null : CellValues.InlineString,
        InlineString = text.Length == 0 ? null : new(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static Cell Number(int column, int line, decimal? value, int decimals, bool isOpen) => new()
    {
        CellReference = string.Create(CultureInfo.InvariantCulture, $"{CellReferences.Letters(column)}{line}"),
        StyleIndex = (uint)Style.FirstLockedNumber + (uint)Math.Min(decimals, MaxDecimals) + (isOpen ? (uint)MaxDecimals + 1 : 0),
        CellValue = value is { } number ? new(number.ToString(CultureInfo.InvariantCulture)) : null,
    };

    private static Stylesheet Styles()
    {
        var formats = Enumerable.Range(0, MaxDecimals + 1)
            .Select(n => new NumberingFormat { NumberFormatId = FirstFormatId + (uint)n, FormatCode = n == 0 ? "0" : "0." + new string('0', n) })
            .ToArray();
        return new(
            new NumberingFormats(formats.Cast<OpenXmlElement>()),
            new Fonts(
                new Font(new FontSize { Val = Points }, new FontName { Val = Typeface }),
                new Font(new Bold(), new FontSize { Val = Points }, new FontName { Val = Typeface }),
                new Font(new FontSize { Val = Points }, new Color { Rgb = "FFA3161A" }, new FontName { Val = Typeface })),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Solid("FFEDF0EF"),
                Solid("FFE3EEF1"),
                Solid("FFFBE9E7")),
            new Borders(
                new Border(),
                new Border(
                    new LeftBorder(new Color { Rgb = "FF9AA5A8" }) { Style = BorderStyleValues.Thin },
                    new RightBorder(new Color { Rgb = "FF9AA5A8" }) { Style = BorderStyleValues.Thin },
                    new TopBorder(new Color { Rgb = "FF9AA5A8" }) { Style = BorderStyleValues.Thin },
                    new BottomBorder(new Color { Rgb = "FF9AA5A8" }) { Style = BorderStyleValues.Thin },
                    new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
            [
                Format(fill: 2),
                Format(font: 1, fill: 2, wrap: true),
                Format(),
                Format(fill: 3, border: 1, open: true, wrap: true),
                Format(font: 2, fill: 4, wrap: true),
                Format(font: 2, fill: 4, border: 1, open: true),
                Format(wrap: true),
                .. formats.Select(f => Format(f.NumberFormatId, fill: 2)),
                .. formats.Select(f => Format(f.NumberFormatId, fill: 3, border: 1, open: true)),
            ]),
            ReturnWorkbookChecks.Formats());
    }

    private static Fill Solid(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static CellFormat Format(
        UInt32Value? number = null, uint font = 0, uint fill = 0, uint border = 0, bool open = false, bool wrap = false)
    {
        var format = new CellFormat
        {
            NumberFormatId = number ?? 0,
            FontId = font,
            FillId = fill,
            BorderId = border,
            ApplyNumberFormat = number is not null,
            ApplyFont = font > 0,
            ApplyFill = fill > 0,
            ApplyBorder = border > 0,
            ApplyAlignment = true,
            ApplyProtection = true,
            Alignment = new Alignment { WrapText = wrap, Vertical = VerticalAlignmentValues.Center },
            Protection = new Protection { Locked = !open },
        };
        return format;
    }
}

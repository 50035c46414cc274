using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>
/// The rules in force as conditional formats, as far as a spreadsheet can judge with what stands in the workbook: a value
/// that breaks one is coloured while it is typed. The word is with the upload, which judges by all of them.
/// </summary>
internal static class ReturnWorkbookChecks
{
    /// <summary>What <see cref="Of"/> points to: an error, and what must be explained.</summary>
    public static DifferentialFormats Formats() => new(Filled("FFF4C7C3", "FF8C1014"), Filled("FFFCE8B2", "FF6B4E00")) { Count = 2 };

    /// <summary>The formats of a sheet whose rows begin in line 2.</summary>
    public static IEnumerable<ConditionalFormatting> Of(ReturnSheet sheet, IReadOnlyList<Rule> rules)
    {
        var lines = sheet.Rows.Select((row, i) => (Row: row, Line: i + 2)).ToArray();
        var priority = 0;
        return from row in lines
               from check in rules.Where(r => r.Severity != Severity.Note).SelectMany(rule => Checks(rule, row.Row, row.Line, lines)).Concat(Progress(row.Row, row.Line))
               orderby check.Severity
               select new ConditionalFormatting(
                   new ConditionalFormattingRule(new Formula(check.Formula))
                   {
                       Type = ConditionalFormatValues.Expression,
                       FormatId = check.Severity == Severity.Error ? 0u : 1u,
                       Priority = ++priority,
                   })
               { SequenceOfReferences = new() { InnerText = check.Cell } };
    }

    private static IEnumerable<(string Cell, string Formula, Severity Severity)> Checks(
        Rule rule, SheetRow row, int line, (SheetRow Row, int Line)[] lines)
    {
        var (value, growth) = (Reference(ReturnColumn.Value, line), Reference(ReturnColumn.Growth, line));
        if (row.Cell(CellField.Growth) is not null && rule is GrowthRule { Above: var above, Magnitude: var magnitude } && rule.Concerns(Series(row, CellField.Growth)))
        {
            if (above is { } floor) yield return (growth, $"AND(ISNUMBER({growth}),{growth}<={Text(floor)})", rule.Severity);
            if (magnitude is { } bound) yield return (growth, $"AND(ISNUMBER({growth}),ABS({growth})>{Text(bound)})", rule.Severity);
        }

        if (row.Cell(CellField.Value) is null || row.Row.Indicator is null || !rule.Concerns(Series(row, CellField.Value))) yield break;
        if (rule is YtdNotFallingRule && row.Row.Timing == RowTiming.YearToDate && row.QuarterBefore is not null)
        {
            var before = Reference(ReturnColumn.QuarterBefore, line);
            yield return (value, $"AND(ISNUMBER({value}),ISNUMBER({before}),{value}<{before})", rule.Severity);
        }

        var parts = rule switch
        {
            PartsRule sum => sum.Parts.Select(p => Find(p, row.Row.Unit!.Code)).ToArray(),
            UnitPartsRule sum => [.. sum.Parts.Select(u => Find(row.Row.Indicator.Code, u))],
            _ => [],
        };
        if (parts.Length == 0 || parts.Any(p => p is null)) yield break;
        var cells = string.Join(',', parts.Select(p => Reference(ReturnColumn.Value, p!.Value.Line)));
        // Half of the last digit of each, as the rule allows.
        var tolerance = parts.Select(p => p!.Value.Row.Row.Decimals).Append(row.Row.Decimals).Sum(Half);
        yield return (value, $"AND(ISNUMBER({value}),COUNT({cells})={parts.Length},ROUND(ABS({value}-SUM({cells})),9)>{Text(tolerance)})", rule.Severity);

        (SheetRow Row, int Line)? Find(string indicator, string unit) => lines.Cast<(SheetRow Row, int Line)?>().FirstOrDefault(l =>
            l!.Value.Row.Row is var other && other.Indicator?.Code == indicator && other.Unit?.Code == unit && other.Uom == row.Row.Uom && other.Timing == row.Row.Timing);
    }

    private static IEnumerable<(string Cell, string Formula, Severity Severity)> Progress(SheetRow row, int line)
    {
        if (row.Row.Task is null || row.Cell(CellField.Value) is null) yield break;
        var value = Reference(ReturnColumn.Value, line);
        yield return (value, $"AND(ISNUMBER({value}),OR({value}<0,{value}>100))", Severity.Error);
    }

    private static Series Series(SheetRow row, CellField field) =>
        new() { Id = -1, Indicator = row.Row.Indicator!, Unit = row.Row.Unit!, Measure = row.Row.MeasureOf(field) };

    private static string Reference(ReturnColumn column, int line) => string.Create(CultureInfo.InvariantCulture, $"{CellReferences.Letters((int)column)}{line}");

    private static decimal Half(int decimals) => new(5, 0, 0, false, (byte)(decimals + 1));

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static DifferentialFormat Filled(string fill, string ink) => new(
        new Font(new Color { Rgb = ink }),
        new Fill(new PatternFill(new ForegroundColor { Rgb = fill }, new BackgroundColor { Rgb = fill }) { PatternType = PatternValues.Solid }));
}

using DocumentFormat.OpenXml.Spreadsheet;
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
        foreach (var cell in row.Row.Indicator is null ? [] : row.Cells)
        {
            var field = cell.Address.Field;
            var series = new Series { Id = -1, Indicator = row.Row.Indicator!, Unit = row.Row.Unit!, Measure = row.Row.MeasureOf(field) };
            if (!rule.Concerns(series)) continue;
            var formula = new CheckFormula(lines, row, line, field);
            foreach (var text in rule.Checks(series).Select(formula.Of).OfType<string>()) yield return (formula.Cell, text, rule.Severity);
        }
    }

    private static IEnumerable<(string Cell, string Formula, Severity Severity)> Progress(SheetRow row, int line)
    {
        if (row.Row.Task is null || row.Cell(CellField.Value) is null) yield break;
        var value = CheckFormula.Reference(ReturnColumn.Value, line);
        yield return (value, $"AND(ISNUMBER({value}),OR({value}<0,{value}>100))", Severity.Error);
    }

    private static DifferentialFormat Filled(string fill, string ink) => new(
        new Font(new Color { Rgb = ink }),
        new Fill(new PatternFill(new ForegroundColor { Rgb = fill }, new BackgroundColor { Rgb = fill }) { PatternType = PatternValues.Solid }));
}

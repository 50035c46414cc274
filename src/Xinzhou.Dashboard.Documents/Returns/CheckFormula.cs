using System.Globalization;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>Writes what can be checked of a cell as a formula that is true where a rule is broken.</summary>
/// <param name="lines">The rows of the sheet, with the lines they stand in.</param>
/// <param name="row">The row of the cell.</param>
/// <param name="line">Its line.</param>
/// <param name="field">Which of the row's cells it is.</param>
internal sealed class CheckFormula(IReadOnlyList<(SheetRow Row, int Line)> lines, SheetRow row, int line, CellField field)
{
    /// <summary>The cell judged.</summary>
    public string Cell { get; } = Reference(field == CellField.Growth ? ReturnColumn.Growth : ReturnColumn.Value, line);

    public static string Reference(ReturnColumn column, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{CellReferences.Letters((int)column)}{line}");

    /// <summary>The formula; null when a number that it needs is not in the sheet.</summary>
    public string? Of(CellCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var others = Cells(check.Left).Concat(Cells(check.Right)).Where(c => c is not CellTerm.OwnCell).Distinct().Select(Place).ToArray();
        if (others.Any(o => o is null)) return null;
        var sign = check.Is switch { CellComparison.Less => "<", CellComparison.AtMost => "<=", _ => ">" };
        string[] conditions = [$"ISNUMBER({Cell})", .. Known([.. others.Select(o => o!.Value.Cell)]), $"{Text(check.Left)}{sign}{Text(check.Right)}"];
        return $"AND({string.Join(',', conditions)})";
    }

    private static IEnumerable<string> Known(string[] cells) => cells switch
    {
        [] => [],
        [var one] => [$"ISNUMBER({one})"],
        _ => [$"COUNT({string.Join(',', cells)})={cells.Length}"],
    };

    private static IEnumerable<CellTerm> Cells(CellTerm term) => term switch
    {
        CellTerm.Sum sum => sum.Cells.SelectMany(Cells),
        CellTerm.Rounding rounding => rounding.Cells.SelectMany(Cells),
        CellTerm.Distance distance => Cells(distance.One).Concat(Cells(distance.Other)),
        CellTerm.Magnitude magnitude => Cells(magnitude.Of),
        CellTerm.Number => [],
        _ => [term],
    };

    private string Text(CellTerm term) => term switch
    {
        CellTerm.Number number => Text(number.Value),
        CellTerm.Sum sum => $"SUM({string.Join(',', sum.Cells.Select(Text))})",
        // A spreadsheet's binary fractions are no reason to colour a cell.
        CellTerm.Distance distance => $"ROUND(ABS({Text(distance.One)}-{Text(distance.Other)}),9)",
        CellTerm.Magnitude magnitude => $"ABS({Text(magnitude.Of)})",
        CellTerm.Rounding rounding => Text(rounding.Cells.Sum(c => Half(Place(c)!.Value.Decimals))),
        _ => Place(term)!.Value.Cell,
    };

    /// <summary>Where a number stands, and its decimals; null when it is not in the sheet.</summary>
    private (string Cell, int Decimals)? Place(CellTerm term) => term switch
    {
        CellTerm.OwnCell => (Cell, row.Row.DecimalsOf(field)),
        CellTerm.EarlierCell => row.Row.Timing == RowTiming.YearToDate && row.QuarterBefore is not null
            ? (Reference(ReturnColumn.QuarterBefore, line), row.Row.Decimals)
            : null,
        CellTerm.Beside beside => lines.Where(l => IsBeside(l.Row, beside))
            .Select(l => ((string, int)?)(Reference(ReturnColumn.Value, l.Line), l.Row.Row.Decimals)).FirstOrDefault(),
        _ => throw new InvalidOperationException($"{term} is no number of a sheet."),
    };

    private bool IsBeside(SheetRow other, CellTerm.Beside beside) =>
        other.Row.Indicator?.Code == beside.Indicator && other.Row.Unit?.Code == beside.Unit && other.Row.Measure == beside.Measure
        && other.Row.Uom == row.Row.UomOf(field) && other.Row.Timing == row.Row.Timing;

    private static decimal Half(int decimals) => new(5, 0, 0, false, (byte)(decimals + 1));

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}

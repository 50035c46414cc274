namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>How a workbook is read.</summary>
public sealed record WorkbookOptions
{
    /// <summary>A document to import: its header is looked for, its value and yoy are numbers.</summary>
    public static WorkbookOptions Import { get; } = new();

    /// <summary>
    /// True to read a number with all its decimals, also where its format shows fewer: what somebody typed into a cell made
    /// for one decimal. False to read it as it is shown, which is how a table is published.
    /// </summary>
    public bool AllDigits { get; init; }

    /// <summary>True when the header may stand below titles; false when it is the first row with anything in it.</summary>
    public bool LooksForHeader { get; init; } = true;

    /// <summary>
    /// How well a row would be the header; null for that of the import format. With it, a heading over two lines is read
    /// whole where the two together are the better one.
    /// </summary>
    public Func<IEnumerable<string>, int>? Header { get; init; }

    /// <summary>The texts of the first column by which the sheet is known; null for the first visible sheet.</summary>
    public Func<string, bool>? Mark { get; init; }

    /// <summary>Whether a column, by its index and its head, holds numbers: merged ones are refused.</summary>
    public Func<int, string, bool> IsNumber { get; init; } = (_, head) =>
        Domain.Notation.TableHeader.Name(head) is Domain.Notation.ImportColumns.Value or Domain.Notation.ImportColumns.Yoy;

    /// <summary>The most text that is read, in characters.</summary>
    public int MaxCharacters { get; init; } = 25_000_000;

    /// <summary>The most cells that are read.</summary>
    public int MaxCells { get; init; } = 5_000_000;
}

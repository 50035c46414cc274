namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>A sheet of a workbook to be written.</summary>
/// <param name="Name">Its name: 1–31 characters, none of <c>: \ / ? * [ ]</c>.</param>
/// <param name="Columns">The header.</param>
/// <param name="Rows">The rows, as many cells as columns; an empty text is an empty cell.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The indices of the columns that hold numbers, written with a point; what is no number there stays text.</summary>
    public IReadOnlySet<int> Numbers { get; init; } = new HashSet<int>();

    /// <summary>The widths of the first columns, in characters; the others have the usual one.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [];

    /// <summary>True for a sheet that people print: lying A4, as wide as the page, its header on each, long texts over several lines.</summary>
    public bool IsPrinted { get; init; }

    /// <summary>What may be chosen or is said when a cell of a column is entered, by the index of the column; for the lines below the header.</summary>
    public IReadOnlyDictionary<int, WorkbookHint> Hints { get; init; } = new Dictionary<int, WorkbookHint>();
}

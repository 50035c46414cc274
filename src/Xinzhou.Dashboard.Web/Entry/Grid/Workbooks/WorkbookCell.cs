namespace Xinzhou.Dashboard.Web.Entry.Grid.Workbooks;

/// <summary>What a cell of an uploaded workbook would do; nothing is written yet.</summary>
public sealed record WorkbookCell
{
    /// <summary>The number of the form's row; null for a line that is none of the form's.</summary>
    public int? Row { get; init; }

    /// <summary>第4行 本期累计.</summary>
    public required string Place { get; init; }

    /// <summary>What the row is about.</summary>
    public string Name { get; init; } = "";

    /// <summary>The cell; null for what is no cell of the form.</summary>
    public CellAddress? Address { get; init; }

    /// <summary>The version of the cell that the workbook was made from.</summary>
    public int Seen { get; init; }

    /// <summary>What stands in the cell now.</summary>
    public CellEntry Held { get; init; } = CellEntry.Empty;

    /// <summary>What was written, as it stands there.</summary>
    public string Written { get; init; } = "";

    /// <summary>What is to stand in the cell; null when that cannot be told.</summary>
    public CellEntry? Entry { get; init; }

    /// <summary>The unit of the cell.</summary>
    public string Uom { get; init; } = "";

    public required WorkbookVerdict Verdict { get; init; }

    /// <summary>What was done to it, what to look at, or why it is not written.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>How what a rule says was found, for who asks why; null where the remarks say all.</summary>
    public string? Why { get; init; }
}

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>What a spreadsheet tells and offers in the cells of a column.</summary>
/// <param name="Prompt">Shown beside the cell; at most 255 characters.</param>
/// <param name="List">A formula whose values are offered: <c>参考!$A$2:$A$40</c>; null offers nothing.</param>
/// <param name="IsStrict">True when nothing else may be typed.</param>
public sealed record WorkbookHint(string Prompt, string? List = null, bool IsStrict = false)
{
    /// <summary>What is said when something else is typed; at most 255 characters.</summary>
    public string? Error { get; init; }
}

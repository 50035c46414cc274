namespace Xinzhou.Dashboard.Web.Entry.Grid.Workbooks;

/// <summary>What an uploaded workbook would do to a return.</summary>
/// <param name="Cells">The cells that it would change or cannot, the most urgent first.</param>
/// <param name="Unchanged">The cells that it leaves as they are.</param>
public sealed record WorkbookCheck(IReadOnlyList<WorkbookCell> Cells, int Unchanged)
{
    /// <summary>True when it can be written: a faulty workbook goes back, and nothing of it is stored.</summary>
    public bool IsSound => Count(WorkbookVerdict.Refused) == 0;

    public int Count(WorkbookVerdict verdict) => Cells.Count(c => c.Verdict == verdict);

    /// <summary>What is to be said of rows, by their numbers.</summary>
    /// <param name="frame">How a place and what is said of it are put together.</param>
    /// <param name="why">How it is introduced how that was found; it comes last.</param>
    public IReadOnlyDictionary<int, string> Remarks(Func<string, string, string> frame, Func<string, string> why) => Cells
        .Where(c => c is { Row: not null, Verdict: not WorkbookVerdict.Good })
        .GroupBy(c => c.Row!.Value)
        .ToDictionary(g => g.Key, g => string.Join('\n', g.SelectMany(c => c.Remarks.Select(r => frame(c.Place, r)))
            .Concat(g.Select(c => c.Why).OfType<string>().Select(why)).Distinct()));
}

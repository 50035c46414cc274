namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>
/// The faults found in the rows of a table. What is wrong with a cell as such has been said already; what it would mean is
/// then no further fault.
/// </summary>
/// <param name="ofCells">What is wrong with the file itself and with cells as such.</param>
internal sealed class FaultList(IReadOnlyList<Fault> ofCells)
{
    /// <summary>Faults beyond are one a line: a file that is wrong throughout needs no more to be mended.</summary>
    private const int MaxDetailed = 50_000;

    private readonly HashSet<(int Line, string Column)> _faultyCells = ofCells.Select(f => (f.Line, f.Column)).ToHashSet();
    private readonly List<Fault> _faults = [];

    public int Count => _faults.Count;

    /// <summary>True when a cell of the row cannot be read as such.</summary>
    public bool HasFaultyCell(int line) => _faultyCells.Count > 0 && ImportColumns.All.Any(c => _faultyCells.Contains((line, c)));

    public void Add(int line, string column, string found, Wrong wrong)
    {
        if (!_faultyCells.Contains((line, column)) && (_faults.Count < MaxDetailed || _faults[^1].Line != line))
        {
            _faults.Add(Fault.Of(line, column, found, wrong));
        }
    }

    /// <summary>The faults of the cells and those of the rows, by line.</summary>
    public IReadOnlyList<Fault> ByLine() => [.. ofCells.Concat(_faults).OrderBy(f => f.Line)];
}

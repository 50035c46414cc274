namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>
/// The faults and remarks of one sheet. What is wrong with a cell as such has been said already; what it would mean is then
/// no further fault.
/// </summary>
/// <param name="table">The sheet.</param>
internal sealed class PlanFaults(PlanTable table)
{
    /// <summary>Faults beyond are one a line: a file that is wrong throughout needs no more to be mended.</summary>
    private const int MaxDetailed = 50_000;

    private readonly HashSet<(int Line, string Column)> _faultyCells = [.. table.Table.Faults.Select(f => (f.Line, f.Column))];
    private readonly HashSet<int> _faultyLines = [.. table.Table.Faults.Select(f => f.Line)];
    private readonly List<Fault> _faults = [.. table.Table.Faults];
    private readonly List<Fault> _warnings = [.. table.Table.Warnings];

    public bool IsFaulty(int line) => _faultyLines.Contains(line);

    public void Add(Fault fault)
    {
        if (!_faultyCells.Contains((fault.Line, fault.Column)) && (_faults.Count < MaxDetailed || _faults[^1].Line != fault.Line))
        {
            _faults.Add(fault);
        }

        _faultyLines.Add(fault.Line);
    }

    public void Warn(Fault warning) => _warnings.Add(warning);

    /// <summary>The faults by line.</summary>
    public IEnumerable<PlanFault> All => _faults.OrderBy(f => f.Line).Select(f => new PlanFault(table.Name, f));

    public IEnumerable<PlanFault> Warnings => _warnings.Select(f => new PlanFault(table.Name, f));
}

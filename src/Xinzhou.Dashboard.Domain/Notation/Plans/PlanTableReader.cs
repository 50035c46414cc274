using Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>
/// Reads the plan's file (CONTRACTS, 6). A pure function of its tables and the options; every fault there is, is found. The
/// rows of each sheet are read by the parts in Sheets.
/// </summary>
public sealed class PlanTableReader
{
    private readonly PlanContext _context;
    private readonly DepartmentSheet _departments;
    private readonly List<PlanFaults> _faults = [];
    private readonly List<PlanDraft> _drafts = [];
    private readonly Dictionary<object, PlanDraft> _byKey = [];
    private readonly List<(PlanDraft Draft, string Head)> _progress = [];
    private int _repeated;

    private PlanTableReader(PlanReadingOptions options)
    {
        _context = new(options);
        _departments = new(_context.Names);
    }

    /// <summary>Reads all tables. What one says the others build on: departments first, items before their progress.</summary>
    public static PlanReading Read(IReadOnlyList<PlanTable> tables, PlanReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(options);
        var reader = new PlanTableReader(options);
        foreach (var table in tables.OrderBy(t => t.Sheet))
        {
            reader.Read(table);
        }

        return new()
        {
            Rows = tables.Sum(t => t.Table.Rows.Count),
            Drafts = reader._drafts,
            NewDepartments = reader._context.Names.New,
            ChangedDepartments = reader._departments.Changed,
            UnchangedDepartments = reader._departments.Unchanged,
            RepeatedRows = reader._repeated,
            Faults = [.. reader._faults.SelectMany(f => f.All)],
            Warnings = [.. reader._faults.SelectMany(f => f.Warnings), .. PercentFalls.Of(options.Plan, reader._progress)],
        };
    }

    private void Read(PlanTable table)
    {
        var faults = new PlanFaults(table);
        _faults.Add(faults);
        var cells = new PlanCells(table);
        if (table.Table.Columns.Count > 0)
        {
            cells.Faults.ForEach(faults.Add);
            cells.Warnings.ForEach(faults.Warn);
        }

        if (table.Table.Columns.Count == 0 || cells.Faults.Count > 0)
        {
            // Without its columns no row can be judged, nor a row of another sheet that names what would be in it.
            _context.Names.IsIncomplete |= table.Sheet == PlanSheet.Departments;
            _context.AreItemsIncomplete |= table.Sheet == PlanSheet.Items;
            return;
        }

        foreach (var source in table.Table.Rows)
        {
            var row = new PlanRow(cells, source, faults);
            if (table.Sheet == PlanSheet.Departments)
            {
                _departments.Read(row, table.Name);
            }
            else if (Statement(table.Sheet, row) is { } said && !row.IsFaulty)
            {
                Add(new(table.Sheet, table.Name, row.Line, said), row, cells);
            }
        }
    }

    private PlanStatement? Statement(PlanSheet sheet, PlanRow row) => sheet switch
    {
        PlanSheet.Tasks => TaskSheet.Read(row, _context),
        PlanSheet.Items => ItemSheet.Read(row, _context),
        PlanSheet.Progress => ProgressSheet.Read(row, _context),
        PlanSheet.Commitments => CommitmentSheet.Read(row, _context),
        _ => OutcomeSheet.Read(row, _context),
    };

    /// <summary>One key twice is one where both say the same, as the rows of a merged cell do.</summary>
    private void Add(PlanDraft draft, PlanRow row, PlanCells cells)
    {
        var (key, column) = Keys.Of(draft.Statement);
        if (_byKey.TryAdd(key, draft))
        {
            _drafts.Add(draft);
            if (draft.Sheet == PlanSheet.Progress)
            {
                _progress.Add((draft, cells.Head(PlanColumns.Percent)));
            }
        }
        else if (Keys.SaySame(_byKey[key].Statement, draft.Statement))
        {
            _repeated++;
        }
        else
        {
            row.Wrong(column, new(FaultReason.DuplicateKey, _byKey[key].SheetName, $"{_byKey[key].Line}"));
        }
    }
}


namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// A return as it stands: its rows beside what is published, judged by the rules as if it were released now. Pure: made
/// anew whenever a cell or a figure changes.
/// </summary>
public sealed class ReturnSheet
{
    internal ReturnSheet(Return filled, IReadOnlyList<SheetRow> rows) => (Return, Rows) = (filled, rows);

    public Return Return { get; }

    public IReadOnlyList<SheetRow> Rows { get; }

    public IEnumerable<SheetCell> Cells => Rows.SelectMany(r => r.Cells);

    /// <summary>要填: the fields that are asked for.</summary>
    public int Asked => Cells.Count();

    /// <summary>The fields asked for that have a value or the reason of its absence.</summary>
    public int Filled => Cells.Count(c => !c.Entry.IsEmpty);

    /// <summary>免填: the fields that are published already.</summary>
    public int Exempt => Rows.Sum(r => r.Row.Fields.Count(r.IsExempt));

    /// <summary>The cells that stand in the way of submitting, by why.</summary>
    public int Count(CellState state) => Cells.Count(c => c.State == state);

    /// <summary>True when every cell asked for is filled, no error is left, every warning is explained and nothing sent back is untouched.</summary>
    public bool IsComplete => Obstacles.All(o => Count(o) == 0);

    /// <summary>The states in the way of submitting, the most urgent first.</summary>
    public static IReadOnlyList<CellState> Obstacles { get; } =
        [CellState.Error, CellState.SentBack, CellState.NeedsExplanation, CellState.Empty];

    public SheetRow? Row(int number) => Rows.FirstOrDefault(r => r.Row.Number == number);

    public SheetCell? Cell(CellAddress address) => Row(address.Row)?.Cell(address.Field);

    /// <summary>The cells whose entry differs from what was submitted last; all that are filled before the first submission.</summary>
    public IEnumerable<SheetCell> ChangedSinceSubmission() => Cells.Where(c =>
        !c.Entry.SaysTheSame(Return.LastSubmission?.Cells.GetValueOrDefault(c.Address) ?? CellEntry.Empty));
}

using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>A cell of a return beside what was known before: one line of the comparison.</summary>
public sealed record ReviewLine
{
    public required SheetRow Row { get; init; }

    /// <summary>Which of the row's fields it is about.</summary>
    public required CellField Field { get; init; }

    /// <summary>The cell; null for one that is computed or published already.</summary>
    public SheetCell? Cell { get; init; }

    /// <summary>免填: what is published already; null when it is asked for.</summary>
    public Figure? Published => Row.PublishedOf(Field);

    /// <summary>上年同期: the shown figure of the same period of the year before.</summary>
    public Figure? YearBefore { get; init; }

    /// <summary>The shown figure of the latest period before this one.</summary>
    public Figure? Before { get; init; }

    /// <summary>已入库: what this return has released for the cell and still holds; null if there is nothing.</summary>
    public Figure? Released { get; init; }

    /// <summary>What this return had released before and has replaced or withdrawn since, the oldest first.</summary>
    public IReadOnlyList<Figure> Replaced { get; init; } = [];

    /// <summary>What was submitted the time before; null when there was no such time, or the cell was not in it.</summary>
    public CellEntry? Earlier { get; init; }

    /// <summary>True when it says something else than the time before; what is filled at the first time.</summary>
    public bool Changed { get; init; }

    /// <summary>
    /// 较上年同期: how much the value is above or below that of the same period of the year before, in the unit of the cell
    /// (of a growth or a share, in percentage points) and with the decimals of the coarser of both. Null when one of them is
    /// none, is a bound, breaks a rule that blocks, or is of another price basis.
    /// </summary>
    public decimal? OnYear { get; init; }

    /// <summary>口径提示: the same in % of the year before, with one decimal; of amounts above zero only. It is no growth.</summary>
    public decimal? NaiveRatio { get; init; }

    public IReadOnlyList<ReturnComment> Comments { get; init; } = [];

    /// <summary>How much the value differs from the one submitted the time before; null when one of them is none, or nothing differs.</summary>
    public decimal? Difference => Cell?.Entry.Value is { } now && Earlier?.Value is { } then && now != then ? now - then : null;

    /// <summary>True when a rule asks about the value, or is broken by it, explained or not.</summary>
    public bool Warns => Cell is { } cell && cell.Findings.Any(f => f.Severity is Severity.Error or Severity.Warning);
}

using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A row of a return with what stands beside its cells.</summary>
public sealed record SheetRow
{
    public required FormRow Row { get; init; }

    /// <summary>The cells that are entered: the value, and the growth where it is asked for, each where it is not published or was typed before. Empty for a computed row and one of which all is published.</summary>
    public required IReadOnlyList<SheetCell> Cells { get; init; }

    /// <summary>上年同期: the shown figure of the same period of the year before.</summary>
    public Figure? YearBefore { get; init; }

    /// <summary>上期累计: the shown figure of the quarter before; of a flow, within the same year only.</summary>
    public Figure? QuarterBefore { get; init; }

    /// <summary>上年同期 of a task: its released progress, in %; null when none was released.</summary>
    public decimal? ProgressYearBefore { get; init; }

    /// <summary>上期 of a task: the released progress of the quarter before, in %; null when none was released.</summary>
    public decimal? ProgressBefore { get; init; }

    /// <summary>当季（推算）: the single quarter, for flows, in the unit of the row.</summary>
    public decimal? SingleQuarter { get; init; }

    /// <summary>完成年目标: the year-to-date value in % of the year's target; null when either is unknown.</summary>
    public decimal? OfTarget { get; init; }

    /// <summary>自动算: the share that is computed from other rows, rounded to the row's decimals.</summary>
    public decimal? Computed { get; init; }

    /// <summary>免填: the value that is published already; null when it is asked for.</summary>
    public Figure? Published { get; init; }

    /// <summary>免填: the growth that is published already; null when it is asked for, or is none of the row's.</summary>
    public Figure? PublishedGrowth { get; init; }

    public required CellState State { get; init; }

    /// <summary>True when something is asked of the reporter in it.</summary>
    public bool IsAsked => Cells.Count > 0;

    /// <summary>True for a field of the form whose figure is published already.</summary>
    public bool IsExempt(CellField field) => Row.Fields.Contains(field) && PublishedOf(field) is not null;

    /// <summary>免填: the figure of a field that is published already; null when it is asked for.</summary>
    public Figure? PublishedOf(CellField field) => field == CellField.Growth ? PublishedGrowth : Published;

    public SheetCell? Cell(CellField field) => Cells.FirstOrDefault(c => c.Address.Field == field);
}

using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>The words of a return's workbook, in the language of whoever asks for it.</summary>
public sealed record ReturnWorkbookWords
{
    /// <summary>The head of a column.</summary>
    public required Func<ReturnColumn, string> Column { get; init; }

    /// <summary>What a row is about: the name of the indicator, or of the task.</summary>
    public required Func<FormRow, string> Row { get; init; }

    /// <summary>The name of a statistical unit.</summary>
    public required Func<StatisticalUnit, string> Unit { get; init; }

    /// <summary>未发生, 未取得, 不适用.</summary>
    public required Func<BlankReason, string> Blank { get; init; }

    /// <summary>The name of the first sheet.</summary>
    public required string Sheet { get; init; }

    /// <summary>The name of the sheet of instructions.</summary>
    public required string HelpSheet { get; init; }

    /// <summary>The lines of the instructions: the return, its due date, how to fill it, the fixed notices.</summary>
    public required IReadOnlyList<string> Help { get; init; }

    /// <summary>What stands above every printed page: the form, the department, the quarter.</summary>
    public required string Title { get; init; }

    /// <summary>What stands below every printed page.</summary>
    public required string Foot { get; init; }

    /// <summary>What Excel says of a value that is no number.</summary>
    public required string NumbersOnly { get; init; }

    /// <summary>What Excel says of a growth that is not greater than −100.</summary>
    public required string GrowthOnly { get; init; }

    /// <summary>What Excel says of a reason that is not in the list.</summary>
    public required string BlanksOnly { get; init; }

    /// <summary>What stands in a cell that is not asked for: 免填, 自动算.</summary>
    public required Func<CellState, string> NotAsked { get; init; }
}

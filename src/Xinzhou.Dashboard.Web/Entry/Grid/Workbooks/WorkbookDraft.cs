using Xinzhou.Dashboard.Documents.Returns;

namespace Xinzhou.Dashboard.Web.Entry.Grid.Workbooks;

/// <summary>What a row of an uploaded workbook wants of one cell, before it is held to the rules.</summary>
internal sealed record WorkbookDraft
{
    public required SheetRow Row { get; init; }

    public required SheetCell Cell { get; init; }

    public required ReturnWorkbookRow Written { get; init; }

    /// <summary>The version that the workbook was made from.</summary>
    public required int Seen { get; init; }

    /// <summary>What stood in the cell then; null when there never was this version.</summary>
    public required CellEntry? Base { get; init; }

    /// <summary>The explanation that the workbook went out with.</summary>
    public string? ShownExplanation { get; init; }

    public EntryReading Reading { get; init; } = EntryReading.Empty;

    /// <summary>What is to stand in the cell; null when it cannot be told, for the reason of <see cref="Fault"/>.</summary>
    public CellEntry? Entry { get; init; }

    public string? Fault { get; init; }

    /// <summary>What a rule says of it; null when none does, or it is explained.</summary>
    public string? Wrong { get; init; }

    /// <summary>How that was found, where it does not say it itself; null otherwise.</summary>
    public string? Why { get; init; }

    /// <summary>Somebody has changed the cell since the workbook was made.</summary>
    public bool IsStale => Seen != Cell.Version;

    /// <summary>True when the workbook says what stands in the cell anyway, or leaves it as it went out.</summary>
    public bool ChangesNothing => Entry is { } wanted && (Same(wanted, Cell.Entry) || (Base is { } went && Same(wanted, went)));

    public string? Text => Cell.Address.Field == CellField.Growth ? Written.Growth : Written.Value;

    // 5 and 5.00 are one number: the spreadsheet has added the zeros.
    private static bool Same(CellEntry one, CellEntry other) =>
        one.Value == other.Value && one.Blank == other.Blank && WorkbookRows.Same(one.Reason, other.Reason)
        && WorkbookRows.Same(one.Explanation, other.Explanation) && WorkbookRows.Same(one.Source, other.Source);
}

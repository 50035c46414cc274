using Xinzhou.Dashboard.Documents.Returns;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Web.Entry.Grid.Workbooks;

/// <summary>
/// Reads what a row of an uploaded workbook wants of its cells. A cell that stands there as it went out is wanted by nobody
/// to be anything: it is left alone, whatever others have made of it since.
/// </summary>
/// <param name="words">How the grid words what is wrong.</param>
/// <param name="workbook">The words of the workbook.</param>
/// <param name="text">The words of the preview.</param>
public sealed class WorkbookRows(EntryText words, WorkbookText workbook, IStringLocalizer<WorkbookPreview> text)
{
    private static readonly ReturnColumn[] NoteColumns = [ReturnColumn.Blank, ReturnColumn.Reason, ReturnColumn.Explanation, ReturnColumn.Source];

    /// <summary>Whether two texts say the same; a spreadsheet writes line breaks and empty texts its own way.</summary>
    internal static bool Same(string? one, string? other) => Plain(one) == Plain(other);

    /// <summary>What a row wants of those of its cells that it does not leave as they went out.</summary>
    /// <param name="row">The row of the return; asked for.</param>
    /// <param name="written">The row of the workbook.</param>
    /// <param name="went">What stood in a cell when the workbook was made; null when nobody knows.</param>
    /// <param name="faults">What is wrong with its cells as such.</param>
    internal IEnumerable<WorkbookDraft> Read(
        SheetRow row, ReturnWorkbookRow written, Func<CellAddress, int, CellEntry?> went, IReadOnlyList<ReturnWorkbookFault> faults)
    {
        WorkbookDraft[] drafts = [.. row.Cells.Select(cell => Draft(row, cell, written, went))];
        var shown = drafts.All(d => d.Base is not null) ? ReturnRowNotes.Of(Went(CellField.Value), Went(CellField.Growth)) : null;
        var blank = written.Blank is { } chosen ? workbook.BlankOf(chosen) : null;
        var note = faults.FirstOrDefault(f => NoteColumns.Contains(f.Column));
        var isAsItWent = note is null && shown is not null && (written.Blank is null || blank is not null) && blank == shown.Blank
            && Same(written.Reason, shown.Reason) && Same(written.Explanation, shown.Explanation) && Same(written.Source, shown.Source);
        foreach (var draft in drafts)
        {
            var fault = faults.FirstOrDefault(f => f.Column == ColumnOf(draft)) ?? note;
            if (isAsItWent && fault is null && IsNumberAsItWent(draft)) continue;
            var read = draft with { ShownExplanation = shown?.Explanation };
            yield return fault is { } broken ? read with { Fault = Broken(broken) }
                : written.Blank is { } unknown && blank is null ? read with { Fault = text["UnknownBlank", unknown] }
                : Wanted(read, blank, drafts);
        }

        CellEntry? Went(CellField field) => drafts.FirstOrDefault(d => d.Cell.Address.Field == field)?.Base;
    }

    /// <summary>Why a cell cannot be read as such.</summary>
    internal string Broken(ReturnWorkbookFault fault) => text[fault.Reason switch
    {
        FaultReason.FormulaCell => "Formula",
        FaultReason.ErrorCell => "ErrorValue",
        FaultReason.PercentCell => "PercentFormat",
        FaultReason.MergedNumber => "MergedCell",
        _ => "OtherFormat",
    }, workbook.Head(fault.Column)];

    private WorkbookDraft Draft(SheetRow row, SheetCell cell, ReturnWorkbookRow written, Func<CellAddress, int, CellEntry?> went)
    {
        var isGrowth = cell.Address.Field == CellField.Growth;
        var seen = isGrowth ? written.GrowthVersion : written.ValueVersion;
        var typed = isGrowth ? written.Growth : written.Value;
        return new()
        {
            Row = row,
            Cell = cell,
            Written = written,
            Seen = seen,
            Base = went(cell.Address, seen),
            Reading = typed is not null && workbook.BlankOf(typed) is { } blank
                ? new(null, blank, [], null)
                : EntryNotation.Read(typed, row.Row.UomOf(cell.Address.Field), row.Row.DecimalsOf(cell.Address.Field)),
        };
    }

    private static bool IsNumberAsItWent(WorkbookDraft draft) =>
        draft is { Base: { } went, Reading: { Fault: null, Blank: null } read } && read.Value == went.Value;

    private WorkbookDraft Wanted(WorkbookDraft draft, BlankReason? rowBlank, WorkbookDraft[] row)
    {
        var (read, written, went) = (draft.Reading, draft.Written, draft.Base ?? draft.Cell.Entry);
        // The source of a row goes to its first cell.
        var source = draft.Cell.Address == row[0].Cell.Address ? Plain(written.Source) : went.Source;
        var hasNumber = row.Any(d => d.Reading.Value is not null);
        if (read.Fault is { } fault) return Refused(words.Fault(fault, draft.Row.Row.UomOf(draft.Cell.Address.Field)));
        if (written.Reason is not null && rowBlank is null && row.All(d => d.Reading.Blank is null)) return Refused(text["ReasonAlone"]);
        if (read.Value is { } number)
        {
            return rowBlank is not null && row.All(d => d.Reading.Value is not null)
                ? Refused(text["Both"])
                // The digits that stand there already are kept: the spreadsheet has only added zeros.
                : With(new(went.Value == number ? went.Value : number, Source: source));
        }

        if ((read.Blank ?? rowBlank) is { } blank)
        {
            return written.Reason is null ? Refused(text["BlankWithoutReason"]) : With(new(null, blank, Plain(written.Reason), null, source));
        }

        if (!went.IsEmpty && draft.Base is not null) return Refused(text["Cleared", words.Table(went)]);
        return written.Explanation is not null && !hasNumber ? Refused(text["NothingExplained"]) : With(CellEntry.Empty with { Source = source });

        WorkbookDraft With(CellEntry entry) =>
            new[] { written.Reason, written.Explanation, written.Source }.Any(t => t?.Length > CellEntry.MaxLength) || entry.Value?.Scale > 12
                ? Refused(words.Refusal(ReturnRefusal.TooLong))
                : draft with { Entry = entry };

        WorkbookDraft Refused(string why) => draft with { Fault = why };
    }

    private static ReturnColumn ColumnOf(WorkbookDraft draft) =>
        draft.Cell.Address.Field == CellField.Growth ? ReturnColumn.Growth : ReturnColumn.Value;

    private static string? Plain(string? written) =>
        string.IsNullOrWhiteSpace(written) ? null : written.Trim().ReplaceLineEndings("\n");
}

using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Documents.Returns;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Entry.Grid.Workbooks;

/// <summary>Says what an uploaded workbook would do to a return; nothing is stored.</summary>
/// <param name="returns">Tells what the workbook went out with.</param>
/// <param name="desk">Judges the return as it would be.</param>
/// <param name="rows">Reads rows.</param>
/// <param name="words">How the grid words cells.</param>
/// <param name="workbook">The words of the workbook.</param>
/// <param name="text">The words of the preview.</param>
public sealed class WorkbookJudge(
    ReturnList returns, EntryDesk desk, WorkbookRows rows, EntryText words, WorkbookText workbook, IStringLocalizer<WorkbookPreview> text)
{
    /// <summary>More lines that are none of the form's are not told one by one.</summary>
    private const int MaxStrays = 20;

    /// <summary>Checks a workbook of this return.</summary>
    public async Task<WorkbookCheck> CheckAsync(EntryView view, ReturnWorkbookReading reading, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(reading);
        var went = await WentAsync(view, reading, cancellation);
        var (drafts, others) = (new List<WorkbookDraft>(), new List<WorkbookCell>());
        foreach (var written in reading.Rows.Values.OrderBy(r => r.Row))
        {
            if (view.Sheet.Row(written.Row) is not { } row) continue;
            if (written.Subject != ReturnRowKey.SubjectOf(row.Row))
            {
                others.Add(NoRow(written.Line, text["OtherRow", written.Row, words.Name(row.Row, view)]) with { Row = written.Row });
                continue;
            }

            if (workbook.Differing(written.Shown, row.Row, view) is { } shown)
            {
                others.Add(NoRow(written.Line, text["VisibleDiffers", shown, written.Row, words.Name(row.Row, view)]) with { Row = written.Row });
                continue;
            }

            if (row.IsAsked) drafts.AddRange(rows.Read(row, written, went, [.. reading.CellFaults.Where(f => f.Line == written.Line)]));
            others.AddRange(NotAsked(view, row, written, went));
        }

        others.AddRange(reading.Rows.Values
            .Where(r => view.Sheet.Row(r.Row) is null && r is not { Value: null, Growth: null, Blank: null })
            .Select(r => NoRow(r.Line, text["NoRow", r.Row]))
            .Concat(reading.StrayLines.Select(line => NoRow(line, text["Stray"])))
            .Take(MaxStrays));
        WorkbookCell[] cells =
        [
            .. others.Concat(Judged(view, drafts).Where(d => !d.ChangesNothing).Select(d => Cell(view, d)))
                .OrderBy(c => c.Verdict).ThenBy(c => c.Row ?? int.MaxValue).ThenBy(c => c.Address?.Field),
        ];
        var asked = reading.Rows.Keys.Sum(number => view.Sheet.Row(number)?.Cells.Count ?? 0);
        return new(cells, asked - cells.Count(c => c is { Address: not null, Name.Length: > 0 }));
    }

    private async Task<Func<CellAddress, int, CellEntry?>> WentAsync(EntryView view, ReturnWorkbookReading reading, CancellationToken cancellation)
    {
        var seen = reading.Rows.Values.Where(r => view.Sheet.Row(r.Row) is not null)
            .SelectMany(r => new[] { (Cell: new CellAddress(r.Row, CellField.Value), r.ValueVersion), (new(r.Row, CellField.Growth), r.GrowthVersion) })
            .Where(s => s.Item2 > 0).ToArray();
        var found = await returns.AtAsync(view.Return.Id, seen, cancellation);
        return (cell, version) => version == 0 ? CellEntry.Empty : found.GetValueOrDefault(cell);
    }

    private WorkbookCell NoRow(int line, string why) => new() { Place = text["SheetLine", line], Verdict = WorkbookVerdict.Refused, Remarks = [why] };

    /// <summary>What stands where nothing is asked for.</summary>
    private IEnumerable<WorkbookCell> NotAsked(EntryView view, SheetRow row, ReturnWorkbookRow written, Func<CellAddress, int, CellEntry?> went)
    {
        foreach (var (field, typed, seen) in new[]
        {
            (CellField.Value, written.Value, written.ValueVersion), (CellField.Growth, written.Growth, written.GrowthVersion),
        })
        {
            var address = new CellAddress(written.Row, field);
            if (typed is null || row.Cell(field) is not null || workbook.IsNotAsked(typed)) continue;
            var stands = seen > 0 && went(address, seen) is { } entry
                && EntryNotation.Read(typed, row.Row.UomOf(field), row.Row.DecimalsOf(field)).Value == entry.Value;
            if (stands) continue;
            yield return new()
            {
                Row = written.Row,
                Place = words.Place(row.Row, field),
                Name = words.Name(row.Row, view),
                Written = typed,
                Verdict = WorkbookVerdict.PassedOver,
                Remarks = [row.IsAsked && !row.IsExempt(field) ? text["NotInRow"] : words.Refusal(ReturnRefusal.NotAsked)],
            };
        }
    }

    /// <summary>The same rules that judge what is entered judge what would be; explanations go to the cells that are asked for one.</summary>
    private IEnumerable<WorkbookDraft> Judged(EntryView view, IReadOnlyList<WorkbookDraft> drafts)
    {
        var filled = new Dictionary<CellAddress, ReturnCell>(view.Return.Cells);
        foreach (var draft in drafts.Where(d => d is { Entry: not null, IsStale: false }))
        {
            filled[draft.Cell.Address] = new(draft.Cell.Address, draft.Entry!, draft.Seen, new(view.Actor.Id, view.Actor.Name), view.Now, false);
        }

        var sheet = desk.Lay(view.Return with { Cells = filled }, view.Actor).Sheet;
        foreach (var row in drafts.GroupBy(d => d.Row.Row.Number))
        {
            var explained = row.First().Written.Explanation;
            WorkbookDraft[] numbers = [.. row.Where(d => d.Entry?.Value is not null)];
            var asked = numbers.Where(d => Has(d.Base) || Has(d.Cell.Entry) || Warns(sheet, d)).Select(d => d.Cell.Address).ToHashSet();
            if (asked.Count == 0 && numbers.Length > 0 && !row.First().Row.Cells.Any(c => Has(c.Entry))) asked.Add(numbers[0].Cell.Address);
            foreach (var draft in row)
            {
                var state = draft.Entry?.Value is null ? CellState.Saved : sheet.Cell(draft.Cell.Address)!.State;
                var takes = explained is not null && asked.Contains(draft.Cell.Address);
                var entry = takes ? draft.Entry! with { Explanation = explained!.Trim().ReplaceLineEndings("\n") } : draft.Entry;
                var judged = !draft.IsStale && (state == CellState.Error || (state == CellState.NeedsExplanation && !takes))
                    ? sheet.Cell(draft.Cell.Address)
                    : null;
                yield return draft with
                {
                    Entry = entry,
                    Wrong = judged is null ? null : words.AllWrong(judged, draft.Row.Row),
                    Why = judged is null ? null : words.Why(judged),
                };
            }

            bool Has(CellEntry? entry) => explained is not null && WorkbookRows.Same(entry?.Explanation, explained);
        }
    }

    private static bool Warns(ReturnSheet sheet, WorkbookDraft draft) =>
        sheet.Cell(draft.Cell.Address)!.Findings.Any(f => f.Severity == Severity.Warning);

    private WorkbookCell Cell(EntryView view, WorkbookDraft draft)
    {
        var row = draft.Row.Row;
        var (verdict, remarks) = draft switch
        {
            { Fault: { } fault } => (WorkbookVerdict.Refused, new List<string> { fault }),
            { IsStale: true } => (WorkbookVerdict.PassedOver, [Stale(view, draft)]),
            _ => Usable(draft),
        };
        return new()
        {
            Row = row.Number,
            Place = words.Place(row, draft.Cell.Address.Field),
            Name = words.Name(row, view),
            Address = draft.Cell.Address,
            Seen = draft.Seen,
            Held = draft.Cell.Entry,
            Written = draft.Text ?? (draft.Entry?.Blank is not null ? draft.Written.Blank : null) ?? "",
            Entry = draft.Entry,
            Uom = row.UomOf(draft.Cell.Address.Field),
            Verdict = verdict,
            Remarks = remarks,
            Why = verdict == WorkbookVerdict.Look ? draft.Why : null,
        };
    }

    private string Stale(EntryView view, WorkbookDraft draft) => draft.Cell.Stored is { } stored
        ? text["Stale", stored.By.Name, EntryText.Moment(stored.At, view.Now), words.Table(stored.Entry)]
        : text["UnknownVersion"];

    private (WorkbookVerdict Verdict, List<string> Remarks) Usable(WorkbookDraft draft)
    {
        var (entry, held, row) = (draft.Entry!, draft.Cell.Entry, draft.Row.Row);
        var (uom, decimals) = (row.UomOf(draft.Cell.Address.Field), row.DecimalsOf(draft.Cell.Address.Field));
        List<string> remarks = [.. draft.Reading.Remarks.Select(r => Remark(r, uom, decimals))];
        var isNew = entry.Value is not null && entry.Value != draft.Base?.Value;
        var carried = isNew && entry.Explanation is not null && draft.Base?.Value is not null && WorkbookRows.Same(entry.Explanation, draft.ShownExplanation);
        if (draft.Wrong is { } wrong) remarks.Add(wrong);
        if (carried) remarks.Add(text["ExplanationCarried"]);
        if (!WorkbookRows.Same(entry.Reason, held.Reason) && entry.Reason is not null) remarks.Add(text["NowReason", entry.Reason]);
        if (!WorkbookRows.Same(entry.Explanation, held.Explanation)) remarks.Add(entry.Explanation is { } why ? text["NowExplanation", why] : text["NoExplanation"]);
        if (!WorkbookRows.Same(entry.Source, held.Source)) remarks.Add(entry.Source is { } source ? text["NowSource", source] : text["NoSource"]);
        var look = draft.Wrong is not null || carried || draft.Reading.Remarks.Contains(EntryRemark.MoreDecimals);
        return (look ? WorkbookVerdict.Look : WorkbookVerdict.Good, remarks);
    }

    private string Remark(EntryRemark remark, string uom, int decimals) => remark switch
    {
        EntryRemark.MoreDecimals => words.MoreDecimals(decimals),
        EntryRemark.Converted => text["Converted", uom],
        _ => text[remark.ToString()],
    };
}

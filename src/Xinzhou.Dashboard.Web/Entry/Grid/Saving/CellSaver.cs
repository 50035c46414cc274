using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Web.Entry.Grid.Saving;

/// <summary>Reads what was typed, saves what can be saved, and lays the return out again.</summary>
/// <param name="entry">Saves cells.</param>
/// <param name="desk">Lays returns out.</param>
/// <param name="laid">How they were laid out before.</param>
/// <param name="words">The words for absent values, which may be typed too.</param>
public sealed class CellSaver(ReturnEntry entry, EntryDesk desk, LaidReturns laid, EntryText words)
{
    /// <summary>
    /// Saves cells. What is no value is not stored and comes back as an issue of its cell; a cell that somebody else has
    /// changed is not overwritten and comes back with both values.
    /// </summary>
    /// <param name="id">The number of the return.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="known">The stamp of the return that the page knows.</param>
    /// <param name="actor">Who enters.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The return as it is now with the issues, and the rows that look different to the page; or why nothing at all was saved.</returns>
    public async Task<(ReturnRefusal? Refusal, EntryView? Now, IReadOnlyList<SheetRow> Rows)> SaveAsync(
        int id, IReadOnlyList<SentCell> cells, int known, Actor actor, CancellationToken cancellation)
    {
        if (ReturnRights.Enter(actor, actor.Department ?? "") is { } role) return (role, null, []);
        var (issues, sent) = (new Dictionary<CellAddress, CellIssue>(), new Dictionary<CellAddress, (SentCell Cell, CellEntry Wanted)>());
        var outcome = await entry.SaveAsync(id, Edits, actor, cancellation);
        if (outcome.Return is not { } saved) return (outcome.Refusal, null, []);
        foreach (var (address, refusal, _) in outcome.Cells.Where(o => o.Refusal is not null))
        {
            var (cell, wanted) = sent[address];
            issues[address] = new(cell.Text ?? words.Input(wanted), null, refusal, cell.Reason);
        }

        var before = laid.Find(id, known);
        var now = desk.Show(saved, actor) with { Issues = issues };
        return (null, now, Differing(before, now, cells));

        IReadOnlyList<CellEdit> Edits(Return held)
        {
            foreach (var cell in cells)
            {
                if (CellAddress.Parse(cell.Cell) is not { } at || held.Form.Row(at.Row) is not { } row || sent.ContainsKey(at) || issues.ContainsKey(at)) continue;
                if (Read(cell, row, at.Field, held.Cells.GetValueOrDefault(at)?.Entry ?? CellEntry.Empty, out var fault) is { } wanted) sent[at] = (cell, wanted);
                else issues[at] = new(cell.Text ?? "", fault, null);
            }

            return [.. sent.Select(s => new CellEdit(s.Key, s.Value.Wanted, s.Value.Cell.Seen))];
        }
    }

    // All of them when the page has missed something; the rows of the cells that were sent are always answered, and so are
    // those computed from them, which are blank while what was sent is wrong.
    private static IReadOnlyList<SheetRow> Differing(EntryView? before, EntryView now, IReadOnlyList<SentCell> cells)
    {
        if (before is null) return now.Sheet.Rows;
        var rows = cells.Select(c => CellAddress.Parse(c.Cell)?.Row).Where(n => n is not null).ToHashSet();
        return
        [
            .. now.Sheet.Rows.Where(r => rows.Contains(r.Row.Number) || rows.Contains(r.Row.PartRow) || rows.Contains(r.Row.TotalRow)
                || !LooksTheSame(before.Sheet.Row(r.Row.Number), r)),
        ];
    }

    private static bool LooksTheSame(SheetRow? before, SheetRow now) =>
        before is not null && before.State == now.State && before.Computed == now.Computed && before.SingleQuarter == now.SingleQuarter
        && before.OfTarget == now.OfTarget && before.Published?.Id == now.Published?.Id && before.PublishedGrowth?.Id == now.PublishedGrowth?.Id
        && before.Cells.Count == now.Cells.Count && before.Cells.Zip(now.Cells).All(c => c.First.Version == c.Second.Version && c.First.State == c.Second.State
            && c.First.Findings.Select(f => f.Rule).SequenceEqual(c.Second.Findings.Select(f => f.Rule)));

    /// <summary>What is to stand in the cell; null when the text is no value.</summary>
    private CellEntry? Read(SentCell cell, FormRow row, CellField field, CellEntry held, out EntryFault? fault)
    {
        fault = null;
        var wanted = held with { Source = cell.Source is null ? held.Source : Given(cell.Source), Explanation = cell.Explanation is null ? held.Explanation : Given(cell.Explanation) };
        if (cell.Blank is not null && Code.TryParse<BlankReason>(cell.Blank, out var chosen)) return Absent(chosen);
        if (cell.Text is null) return wanted;
        if (words.BlankOf(cell.Text) is { } named) return Absent(named);
        var reading = EntryNotation.Read(cell.Text, row.UomOf(field), row.DecimalsOf(field));
        fault = reading.Fault;
        if (fault is not null) return null;
        if (reading.Blank is { } blank) return Absent(blank);
        // What was said of one value does not speak for another.
        var same = reading.Value == held.Value || cell.Explanation is not null;
        return wanted with { Value = reading.Value, Blank = null, Reason = null, Explanation = same ? wanted.Explanation : null };

        CellEntry Absent(BlankReason why) => wanted with
        {
            Value = null,
            Blank = why,
            Reason = Given(cell.Reason) ?? (held.Blank == why ? held.Reason : null),
            Explanation = null,
        };
    }

    private static string? Given(string? text) => PlainText.Printable(text ?? "").Trim() is { Length: > 0 } said ? said : null;
}

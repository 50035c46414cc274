using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Web.Entry.Grid.Saving;

/// <summary>Reads what was typed, saves what can be saved, and lays the return out again.</summary>
/// <param name="entry">Saves cells.</param>
/// <param name="desk">Lays returns out.</param>
/// <param name="words">The words for absent values, which may be typed too.</param>
public sealed class CellSaver(ReturnEntry entry, EntryDesk desk, EntryText words)
{
    /// <summary>
    /// Saves cells. What is no value is not stored and comes back as an issue of its cell; a cell that somebody else has
    /// changed is not overwritten and comes back with both values.
    /// </summary>
    /// <returns>The return as it is now with the issues, and as it was; or why nothing at all was saved.</returns>
    public async Task<(ReturnRefusal? Refusal, EntryView? Now, EntryView? Before)> SaveAsync(
        int id, IReadOnlyList<SentCell> sent, Actor actor, CancellationToken cancellation)
    {
        if (ReturnRights.Enter(actor, actor.Department ?? "") is { } role) return (role, null, null);
        var (refusal, before) = await desk.OpenAsync(id, actor, cancellation);
        if (before is null) return (refusal, null, null);

        var issues = new Dictionary<CellAddress, CellIssue>();
        var (edits, texts) = (new List<CellEdit>(), new Dictionary<CellAddress, SentCell>());
        foreach (var cell in sent)
        {
            if (CellAddress.Parse(cell.Cell) is not { } at || before.Return.Form.Row(at.Row) is not { } row || !texts.TryAdd(at, cell)) continue;
            var held = before.Return.Cells.GetValueOrDefault(at)?.Entry ?? CellEntry.Empty;
            if (Read(cell, row, at.Field, held, out var fault) is { } wanted) edits.Add(new(at, wanted, cell.Seen));
            else issues[at] = new(cell.Text ?? "", fault, null);
        }

        var (refused, outcomes) = await entry.SaveAsync(id, edits, actor, cancellation);
        if (refused is not null) return (refused, null, null);
        foreach (var outcome in outcomes.Where(o => o.Refusal is not null))
        {
            var text = texts[outcome.Address];
            issues[outcome.Address] = new(Typed(text, edits.First(e => e.Address == outcome.Address).Entry), null, outcome.Refusal, text.Reason);
        }

        var (_, now) = await desk.OpenAsync(id, actor, cancellation);
        return (null, now! with { Issues = issues }, before);
    }

    /// <summary>The rows that look different now: all of them when the page has missed something.</summary>
    /// <param name="before">The return before.</param>
    /// <param name="now">The return now.</param>
    /// <param name="sent">The cells that were sent: their rows are always answered.</param>
    /// <param name="known">The stamp that the page knew.</param>
    public static IReadOnlyList<SheetRow> Differing(EntryView before, EntryView now, IReadOnlyList<SentCell> sent, int known)
    {
        if (known != before.Stamp) return now.Sheet.Rows;
        var rows = sent.Select(c => CellAddress.Parse(c.Cell)?.Row).ToHashSet();
        return [.. now.Sheet.Rows.Where(r => rows.Contains(r.Row.Number) || !LooksTheSame(before.Sheet.Row(r.Row.Number), r))];
    }

    private static bool LooksTheSame(SheetRow? before, SheetRow now) =>
        before is not null && before.State == now.State && before.Computed == now.Computed && before.SingleQuarter == now.SingleQuarter
        && before.OfTarget == now.OfTarget && before.Published?.Id == now.Published?.Id
        && before.Cells.Zip(now.Cells).All(c => c.First.Version == c.Second.Version && c.First.State == c.Second.State
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

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private string Typed(SentCell cell, CellEntry entry) => cell.Text ?? words.Input(entry);
}

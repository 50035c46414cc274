namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>Lays a copied block over the grid and says what would become of each cell.</summary>
/// <param name="words">How cells are named.</param>
/// <param name="text">The words of the preview.</param>
/// <param name="desk">Judges the return as it would be.</param>
public sealed class PasteReader(EntryText words, IStringLocalizer<PastePreview> text, EntryDesk desk)
{
    /// <summary>What tables of the city call it.</summary>
    private static readonly string[] WholeCity = ["全市", "本市"];

    /// <summary>What would become of the cells of a block, in its order, and how it is laid over the form.</summary>
    /// <param name="view">The return.</param>
    /// <param name="block">The block, by row.</param>
    /// <param name="start">Where its first cell falls.</param>
    /// <param name="rows">The rows that its lines fall on, in the order shown; the rows of the form from the start on if empty.</param>
    /// <param name="chosen">The columns that were said to be meant, by field.</param>
    public (IReadOnlyList<PastedCell> Cells, PastedLayout Layout) Read(
        EntryView view, IReadOnlyList<IReadOnlyList<string>> block, CellAddress start, IReadOnlyList<int> rows, IReadOnlyDictionary<CellField, int>? chosen = null)
    {
        var lines = rows.Count > 0 ? rows : [.. view.Sheet.Rows.Select(r => r.Row.Number).SkipWhile(n => n != start.Row)];
        var layout = PastedLayout.Of(block, start.Field, lines, [.. view.Sheet.Rows.Select(r => Called(view, r.Row))], chosen, view.Return.Quarter);
        var cells = new List<PastedCell>();
        foreach (var placed in layout.Cells)
        {
            var (row, field) = (placed.Row is { } number ? view.Sheet.Row(number) : null, (CellField)placed.Column);
            // Nothing copied onto where nothing can be put is not worth a line.
            if (IsNothing(row, field, placed.Text)) continue;
            var cell = placed.Label is { } label ? Skipped(label, "", placed.Text, text["NoSuchRow"]) : Read(view, row, field, placed.Text, placed.Uom);
            cells.Add(Doubted(cell, placed, layout));
        }

        return (Judged(view, cells), layout);
    }

    /// <summary>What is unclear is to be looked at; of several for one cell none is taken.</summary>
    private PastedCell Doubted(PastedCell cell, PlacedCell placed, PastedLayout layout)
    {
        if (cell.Verdict == PastedVerdict.Skipped) return cell;
        if (placed.IsRepeated) return cell with { Address = null, Verdict = PastedVerdict.Skipped, Remarks = [text["Repeated"]] };
        if (placed.Unclear is { } unclear) return cell with { Verdict = PastedVerdict.Look, Remarks = [.. cell.Remarks, text["Unclear", unclear]] };
        return layout.IsDoubtful ? cell with { Verdict = PastedVerdict.Look } : cell;
    }

    /// <summary>What people call a row.</summary>
    private PastedRow Called(EntryView view, FormRow row) => new(
        row.Number,
        row.Indicator is { } indicator
            ? [indicator.Name, .. indicator.Aliases, .. new[] { indicator.NameEn }.OfType<string>()]
            : [.. view.Snapshot.PlanBook.VersionsOf(row.Task!.Value, new(view.Now)).Select(t => t.Title).Distinct(), words.Name(row, view)],
        row.Unit is { } unit ? [unit.Name, .. unit.Aliases, .. new[] { unit.NameEn }.OfType<string>(), .. unit.Level == UnitLevel.City ? WholeCity : []] : [],
        row.Fields.Count(),
        row.UomOf(CellField.Value));

    private static bool IsNothing(SheetRow? row, CellField field, string copied) =>
        string.IsNullOrWhiteSpace(copied) && (row is not { IsAsked: true } || field > CellField.Growth || row.Cell(field) is null);

    private PastedCell Read(EntryView view, SheetRow? row, CellField field, string copied, string? unit)
    {
        if (row is null) return Skip(text["BeyondRows"], null, text["BeyondForm"]);
        if (field > CellField.Growth) return Skip(words.Place(row.Row, CellField.Growth) + text["AndOn"], null, text["BeyondColumns"]);
        var place = words.Place(row.Row, field);
        if (!row.IsAsked || row.IsExempt(field)) return Skip(place, null, words.Refusal(ReturnRefusal.NotAsked));
        if (row.Cell(field) is null) return Skip(place, null, text["NotInRow"]);
        var name = words.Name(row.Row, view);
        var address = new CellAddress(row.Row.Number, field);
        var uom = row.Row.UomOf(field);
        var reading = words.BlankOf(copied) is { } blank ? new(null, blank, [], null) : EntryNotation.Read(copied, uom, row.Row.DecimalsOf(field));
        string? withUnit = null;
        if (unit is not null && reading is { Value: not null } && !reading.Remarks.Any(r => r is EntryRemark.UnitTakenOff or EntryRemark.Converted))
        {
            // A number in brackets is below nothing, and so with its unit.
            withUnit = copied.Trim() is [.. var open, ')' or '）'] ? $"{open}{unit})" : copied.Trim() + unit;
            reading = EntryNotation.Read(withUnit, uom, row.Row.DecimalsOf(field));
        }

        if (reading.Fault is { } fault) return new(place, name, null, copied, reading, uom, PastedVerdict.Skipped, [.. Heading(), words.Fault(fault, uom)]);
        if (reading is { Value: null, Blank: null }) return Skip(place, null, text[reading.Remarks.Count > 0 ? nameof(EntryRemark.EmptyWord) : "EmptyCell"]);
        return new(place, name, address, copied, reading, uom,
            reading.Blank is null && !reading.Remarks.Contains(EntryRemark.MoreDecimals) ? PastedVerdict.Good : PastedVerdict.Look,
            reading.Blank is null ? [.. Heading(), .. reading.Remarks.Where(r => withUnit is null || r != EntryRemark.UnitTakenOff).Select(r => Remark(r, uom, row.Row.DecimalsOf(field)))] : [text["GiveReason"]])
        {
            WithUnit = withUnit,
        };

        string[] Heading() => withUnit is null ? [] : [text["UnitOfHeading", unit!]];

        PastedCell Skip(string where, CellAddress? at, string why) => Skipped(where, row is null ? "" : words.Name(row.Row, view), copied, why, at);
    }

    private static PastedCell Skipped(string where, string name, string copied, string why, CellAddress? at = null) =>
        new(where, name, at, copied, EntryReading.Empty, "", PastedVerdict.Skipped, [why]);

    /// <summary>The same rules that judge what is entered judge what would be.</summary>
    private PastedCell[] Judged(EntryView view, List<PastedCell> cells)
    {
        var filled = new Dictionary<CellAddress, ReturnCell>(view.Return.Cells);
        foreach (var cell in cells.Where(c => c is { Address: not null, Reading.Value: not null }))
        {
            filled[cell.Address!.Value] = new(cell.Address.Value, new(cell.Reading.Value), 0, new(view.Actor.Id, view.Actor.Name), view.Now, false);
        }

        var sheet = desk.Lay(view.Return with { Cells = filled }, view.Actor).Sheet;
        return [.. cells.Select(c => c is { Address: { } at, Reading.Value: not null } && sheet.Cell(at) is { State: CellState.Error or CellState.NeedsExplanation } judged
            ? c with { Verdict = PastedVerdict.Look, Remarks = [.. c.Remarks, words.Wrong(judged, sheet.Row(at.Row)!.Row) ?? ""] }
            : c)];
    }

    private string Remark(EntryRemark remark, string uom, int decimals) => remark switch
    {
        EntryRemark.MoreDecimals => words.MoreDecimals(decimals),
        EntryRemark.Converted => text["Converted", uom],
        _ => text[remark.ToString()],
    };
}

namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>What a pasted cell would do; nothing is written yet.</summary>
/// <param name="Place">第4行 本期累计.</param>
/// <param name="Name">What that row is about; empty beyond the form.</param>
/// <param name="Address">Where it falls; null when that is no cell of the form.</param>
/// <param name="Text">As copied.</param>
/// <param name="Reading">What it means.</param>
/// <param name="Uom">The unit of the cell.</param>
/// <param name="Verdict">Whether it is good, to be looked at, or passed over.</param>
/// <param name="Remarks">What was done to it, or why it is passed over.</param>
public sealed record PastedCell(
    string Place, string Name, CellAddress? Address, string Text, EntryReading Reading, string Uom, PastedVerdict Verdict, IReadOnlyList<string> Remarks)
{
    /// <summary>True where nothing was copied: it is passed over without a word of its own.</summary>
    public bool IsBlank => Verdict == PastedVerdict.Skipped && Reading.Fault is null && string.IsNullOrWhiteSpace(Text);

    /// <summary>As it is to be written: with the unit that the head of its column names; null as it was copied.</summary>
    public string? WithUnit { get; init; }
}

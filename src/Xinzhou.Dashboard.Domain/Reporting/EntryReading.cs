namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What a typed or pasted text means for a cell.</summary>
/// <param name="Value">The value in the unit of the cell; null if there is none.</param>
/// <param name="Blank">The reason of absence that was written; null if there is none.</param>
/// <param name="Remarks">What was done to the text.</param>
/// <param name="Fault">Why it is neither; null when it is, or when the text is empty.</param>
public sealed record EntryReading(decimal? Value, BlankReason? Blank, IReadOnlyList<EntryRemark> Remarks, EntryFault? Fault)
{
    public static EntryReading Empty { get; } = new(null, null, [], null);

    /// <summary>A word for nothing: NA, N/A, NULL, NaN.</summary>
    public static EntryReading EmptyWord { get; } = new(null, null, [EntryRemark.EmptyWord], null);
}

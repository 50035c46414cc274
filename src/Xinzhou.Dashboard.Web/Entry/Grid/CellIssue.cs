namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>Why what was sent for a cell is not stored: it stays with the one who typed it.</summary>
/// <param name="Text">What he typed.</param>
/// <param name="Fault">Why it is no value; null when it is one.</param>
/// <param name="Refusal">Why it was refused; null when it is no value.</param>
/// <param name="Reason">What he gave as the reason of a blank.</param>
public sealed record CellIssue(string Text, EntryFault? Fault, ReturnRefusal? Refusal, string? Reason = null)
{
    /// <summary>What the grid shows for it.</summary>
    public EntryState State => Refusal == ReturnRefusal.Stale ? EntryState.TwoPeople : EntryState.Error;
}

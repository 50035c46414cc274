namespace Xinzhou.Dashboard.Web.Entry.Grid.Saving;

/// <summary>A cell as the page sends it.</summary>
/// <param name="Cell">3-value.</param>
/// <param name="Seen">The version of the cell that the page held.</param>
/// <param name="Text">What was typed; null leaves the value as it is.</param>
/// <param name="Blank">Why there is no value, as a code; null if there is none.</param>
/// <param name="Reason">Of a blank: why, in words.</param>
/// <param name="Explanation">Why a value is right though a rule asks; null leaves it as it is.</param>
/// <param name="Source">Where it was taken from; null leaves it as it is.</param>
public sealed record SentCell(
    string? Cell, int Seen, string? Text = null, string? Blank = null, string? Reason = null, string? Explanation = null, string? Source = null);

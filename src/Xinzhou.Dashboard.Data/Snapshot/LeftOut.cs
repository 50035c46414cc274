namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>
/// Rows that are not understood here and therefore left out, everything else being served: a newer instance beside this
/// one may write codes that this one does not know.
/// </summary>
/// <param name="Table">The table they stand in.</param>
/// <param name="Rows">How many; at least one.</param>
/// <param name="Reason">What is not understood in the first of them.</param>
public sealed record LeftOut(string Table, int Rows, string Reason);

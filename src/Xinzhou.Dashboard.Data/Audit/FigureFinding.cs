using System.Globalization;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Rows that are not as the audit log says.</summary>
/// <param name="Table">Of which table: <c>figures</c>, <c>withdrawals</c>.</param>
/// <param name="Fault">What is wrong with them.</param>
/// <param name="First">The number of the first row concerned, or that could be.</param>
/// <param name="Last">The number of the last.</param>
/// <param name="Event">The event that tells of them; null where none does.</param>
public sealed record FigureFinding(string Table, FigureFault Fault, long First, long Last, long? Event)
{
    /// <summary>In a few words: <c>figures 12-40 altered since event 7</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Table} {First}{(Last == First ? "" : $"-{Last}")} {Word}{(Event is { } told ? $" since event {told}" : "")}");

    private string Word => Fault switch
    {
        FigureFault.Added => "added behind the log",
        FigureFault.Removed => "removed",
        FigureFault.Altered => "altered",
        _ => "told of in a way that is not understood",
    };
}

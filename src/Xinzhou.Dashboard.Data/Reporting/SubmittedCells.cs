using System.Globalization;
using System.Text.Json;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>The cells of a submission as JSON; values as texts, so that their digits are kept.</summary>
internal static class SubmittedCells
{
    private sealed record Cell(string At, string? Value, string? Blank, string? Reason, string? Explanation, string? Source);

    public static string Write(IEnumerable<ReturnCell> cells) => JsonSerializer.Serialize(
        cells.OrderBy(c => c.Address.Row).ThenBy(c => c.Address.Field).Select(c => new Cell(
            c.Address.ToString(),
            c.Entry.Value?.ToString(CultureInfo.InvariantCulture),
            c.Entry.Blank is { } blank ? Domain.Code.Of(blank) : null,
            c.Entry.Reason, c.Entry.Explanation, c.Entry.Source)),
        JsonSerializerOptions.Web);

    public static IReadOnlyDictionary<CellAddress, CellEntry> Read(string json) =>
        JsonSerializer.Deserialize<Cell[]>(json, JsonSerializerOptions.Web)!.ToDictionary(
            c => CellAddress.Parse(c.At)!.Value,
            c => new CellEntry(
                c.Value is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : null,
                c.Blank is { } blank ? Domain.Code.Parse<BlankReason>(blank) : null,
                c.Reason, c.Explanation, c.Source));
}

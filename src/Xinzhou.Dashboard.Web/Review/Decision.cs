using Microsoft.Extensions.Primitives;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>What a reviewer has put into the form of a return.</summary>
/// <param name="Seen">The version of the return that he saw.</param>
/// <param name="Releases">True to release, false to send back.</param>
/// <param name="Marked">The cells that he ticked.</param>
/// <param name="Texts">What he wrote of cells, ticked or not.</param>
public sealed record Decision(int Seen, bool Releases, IReadOnlySet<CellAddress> Marked, IReadOnlyDictionary<CellAddress, string> Texts)
{
    /// <summary>The name of the fields with what is to be done about a cell, before its address.</summary>
    public const string TextPrefix = "text-";

    public static Decision Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(
            int.TryParse(form["seen"], System.Globalization.NumberStyles.None, null, out var seen) ? seen : 0,
            form["act"] == "release",
            Cells(form["cell"]).ToHashSet(),
            form.Where(f => f.Key.StartsWith(TextPrefix, StringComparison.Ordinal) && !StringValues.IsNullOrEmpty(f.Value))
                .Select(f => (Cell: CellAddress.Parse(f.Key[TextPrefix.Length..]), Text: f.Value.ToString().Trim()))
                .Where(f => f.Cell is not null && f.Text.Length > 0)
                .ToDictionary(f => f.Cell!.Value, f => f.Text));
    }

    /// <summary>The ticked cells with what was written of each; empty where nothing was.</summary>
    public IReadOnlyDictionary<CellAddress, string> ToSendBack => Marked.ToDictionary(c => c, c => Texts.GetValueOrDefault(c, ""));

    private static IEnumerable<CellAddress> Cells(StringValues texts) => texts.Select(CellAddress.Parse).OfType<CellAddress>();
}

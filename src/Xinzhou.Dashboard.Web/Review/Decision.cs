using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>What a reviewer has put into the form of a return.</summary>
/// <param name="Seen">The version of the return that he saw.</param>
/// <param name="Releases">True to release, or to be asked about it; false to send back.</param>
/// <param name="Marked">The cells that he ticked.</param>
/// <param name="Texts">What he wrote of cells, ticked or not.</param>
public sealed record Decision(int Seen, bool Releases, IReadOnlySet<CellAddress> Marked, IReadOnlyDictionary<CellAddress, string> Texts)
{
    /// <summary>The button that asks for the consequence of a release before it is done.</summary>
    public const string Ask = "ask";

    /// <summary>The button that goes back from there, with what had been put in.</summary>
    public const string Back = "back";

    /// <summary>Reads the fields of the form; what names no cell is left out.</summary>
    /// <param name="seen">The version of the return that he saw.</param>
    /// <param name="act">The button that he pressed: <c>release</c>, <see cref="Ask"/>, <see cref="Back"/>, or another.</param>
    /// <param name="cells">The addresses of the ticked cells.</param>
    /// <param name="texts">What he wrote, by the address of its cell.</param>
    public static Decision Read(int seen, string? act, IEnumerable<string>? cells, IReadOnlyDictionary<string, string>? texts) => new(
        seen,
        act is "release" or Ask or Back,
        (cells ?? []).Select(CellAddress.Parse).OfType<CellAddress>().ToHashSet(),
        (texts ?? new Dictionary<string, string>())
            .Select(t => (Cell: CellAddress.Parse(t.Key), Text: PlainText.Printable(t.Value ?? "").Trim()))
            .Where(t => t.Cell is not null && t.Text.Length > 0)
            .DistinctBy(t => t.Cell)
            .ToDictionary(t => t.Cell!.Value, t => t.Text));

    /// <summary>The ticked cells with what was written of each; empty where nothing was.</summary>
    public IReadOnlyDictionary<CellAddress, string> ToSendBack => Marked.ToDictionary(c => c, c => Texts.GetValueOrDefault(c, ""));
}

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What a line of a copied table says of itself.</summary>
/// <param name="Row">The row that it is; null if there is none.</param>
/// <param name="Label">What it calls itself.</param>
/// <param name="Units">The units that it names.</param>
/// <param name="Unclear">What else it says that is not understood.</param>
internal sealed record PastedLine(int? Row, string Label, IReadOnlyList<string> Units, IReadOnlyList<string> Unclear);

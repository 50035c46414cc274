namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A field for which a block has several columns, and nothing that tells them apart: whoever pastes says which.</summary>
/// <param name="Field">The field.</param>
/// <param name="Columns">The columns that it may be.</param>
public sealed record PastedChoice(CellField Field, IReadOnlyList<PastedColumn> Columns);

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>What stands in the visible columns of a row that came back, by which people know it; null where nothing stands.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Indicator">The name of the indicator or the task.</param>
/// <param name="StatisticalUnit">The name of the statistical unit.</param>
/// <param name="Uom">The unit of its value.</param>
public sealed record ReturnRowShown(string? Number, string? Indicator, string? StatisticalUnit, string? Uom);

using Xinzhou.Dashboard.Domain.Notation.Plans;

namespace Xinzhou.Dashboard.Documents.Plans;

/// <summary>What a workbook holds of the plan.</summary>
public sealed record PlanWorkbookReading
{
    /// <summary>The sheets of the plan that it has, in its order.</summary>
    public IReadOnlyList<PlanTable> Tables { get; init; } = [];

    /// <summary>Why it cannot be read; what is wrong in a sheet stands in its table.</summary>
    public IReadOnlyList<PlanFault> Faults { get; init; } = [];

    /// <summary>Sheets that are not read although something stands in them.</summary>
    public IReadOnlyList<PlanFault> Warnings { get; init; } = [];
}

using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>What a file holds: a table of figures, a part of the plan, or both.</summary>
public sealed record ImportDocument
{
    /// <summary>The figures; without columns when the file has none.</summary>
    public required SourceTable Table { get; init; }

    /// <summary>What the file says of the plan; null when it says nothing.</summary>
    public CityPlan? Plan { get; init; }

    /// <summary>Rows with anything in them; of the plan, its entries.</summary>
    public int Rows =>
        Table is { Columns.Count: > 0, Rows.Count: > 0 and var rows } ? rows
        : Plan is { } plan ? PlanStore.CountOf(plan)
        : 0;

    /// <summary>A file that cannot be read.</summary>
    public static ImportDocument Unreadable(Fault fault) => new() { Table = SourceTable.Unreadable(fault) };
}

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>When the plan or the catalogue last changed: one row, kept by the database.</summary>
internal sealed class PlanState
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}

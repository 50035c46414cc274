using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>The reported progress of a work item.</summary>
internal sealed class ProgressStatementEntity : PlanStatementEntity
{
    public required int TaskNumber { get; init; }

    public required int ItemNumber { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>0–100.</summary>
    public required decimal Percent { get; init; }

    public string? Text { get; init; }

    public override PlanStatement Statement => new ProgressStatement
    {
        Origin = Origin,
        Task = TaskNumber,
        Item = ItemNumber,
        Quarter = Quarter,
        Percent = Percent,
        Text = Text,
    };

    public static ProgressStatementEntity Of(ProgressStatement said) => new()
    {
        Source = said.Origin.Source,
        KnownFrom = said.Origin.KnownFrom,
        KnownFromBasis = said.Origin.KnownFromBasis,
        RecordedAt = said.Origin.RecordedAt,
        Actor = said.Origin.Actor,
        TaskNumber = said.Task,
        ItemNumber = said.Item,
        Quarter = said.Quarter,
        Percent = said.Percent,
        Text = said.Text,
    };
}

using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.CheckIns;

/// <summary>A check-in that was missed and went up a level. Only ever inserted: once of an item and quarter.</summary>
internal sealed class CheckInMissEntity
{
    public required int TaskNumber { get; init; }

    public required int ItemNumber { get; init; }

    public required Quarter Quarter { get; init; }

    public required string DepartmentCode { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }
}

using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.CheckIns;

/// <summary>What a unit sent of a work item. Only ever inserted.</summary>
internal sealed class CheckInEntity
{
    /// <summary>Given by the database; grows in the order of commit.</summary>
    public long Id { get; init; }

    public required int TaskNumber { get; init; }

    public required int ItemNumber { get; init; }

    public required Quarter Quarter { get; init; }

    public required string DepartmentCode { get; init; }

    /// <summary>0–100.</summary>
    public required decimal Percent { get; init; }

    public required string Done { get; init; }

    public string? Next { get; init; }

    public string? Obstacles { get; init; }

    public required Guid SentBy { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The files that it was sent with.</summary>
    public List<CheckInEvidenceEntity> Evidence { get; init; } = [];

    /// <summary>Who sent it.</summary>
    public User Author { get; init; } = null!;
}

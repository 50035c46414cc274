using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.CheckIns;

/// <summary>A file that a unit added to an item and quarter. Only ever inserted.</summary>
internal sealed class EvidenceEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    public required int TaskNumber { get; init; }

    public required int ItemNumber { get; init; }

    public required Quarter Quarter { get; init; }

    public required string DepartmentCode { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required byte[] Hash { get; init; }

    public required string Name { get; init; }

    public required Guid AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>What it is.</summary>
    public EvidenceFileEntity File { get; init; } = null!;
}

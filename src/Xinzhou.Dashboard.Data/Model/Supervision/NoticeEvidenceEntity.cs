using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Model.CheckIns;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Model.Supervision;

/// <summary>A file that was added to a notice. Only ever inserted.</summary>
internal sealed class NoticeEvidenceEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    public required NoticeNumber Number { get; init; }

    /// <summary>The unit that leads; null where those who check on site added it.</summary>
    public string? DepartmentCode { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required byte[] Hash { get; init; }

    public required string Name { get; init; }

    public required Guid AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>What it is.</summary>
    public EvidenceFileEntity File { get; init; } = null!;

    /// <summary>Who added it.</summary>
    public User Author { get; init; } = null!;
}

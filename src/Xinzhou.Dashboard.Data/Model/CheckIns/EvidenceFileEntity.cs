using Xinzhou.Dashboard.Domain.CheckIns;

namespace Xinzhou.Dashboard.Data.Model.CheckIns;

/// <summary>The content of a file of evidence, kept once however often it is added. Only ever inserted.</summary>
internal sealed class EvidenceFileEntity
{
    /// <summary>SHA-256 of the content.</summary>
    public required byte[] Hash { get; init; }

    public required EvidenceKind Kind { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}

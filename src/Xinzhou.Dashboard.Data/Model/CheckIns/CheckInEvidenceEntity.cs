namespace Xinzhou.Dashboard.Data.Model.CheckIns;

/// <summary>A file that a check-in was sent with. Only ever inserted.</summary>
internal sealed class CheckInEvidenceEntity
{
    public long CheckInId { get; init; }

    public required long EvidenceId { get; init; }

    /// <summary>What it was sent with.</summary>
    public CheckInEntity CheckIn { get; init; } = null!;

    /// <summary>The file.</summary>
    public EvidenceEntity Evidence { get; init; } = null!;
}

namespace Xinzhou.Dashboard.Data.Model.Audit;

/// <summary>A seal over events of the audit log. Only ever inserted.</summary>
internal sealed class AuditSealEntity
{
    /// <summary>The number of the last event that is sealed.</summary>
    public required long Last { get; init; }

    /// <summary>The number of the first: 1, or the one after those of the seal before.</summary>
    public required long First { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The seal before; SM3 of nothing for the first.</summary>
    public required byte[] PreviousSeal { get; init; }

    /// <summary>The seal, 32 bytes.</summary>
    public required byte[] Seal { get; init; }
}

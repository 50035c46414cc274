namespace Xinzhou.Dashboard.Data.Model.CheckIns;

/// <summary>A part of the content of a file: a file is written and read part by part, so that none is in memory as a whole.</summary>
internal sealed class EvidencePartEntity
{
    /// <summary>SHA-256 of the file.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Content { get; init; }
}

namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>佐证材料: a file that a unit has added to what it says of a work item.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">As its owner called it.</param>
/// <param name="Kind">What it is, by its content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256 of its content, in lower-case hexadecimal.</param>
public sealed record Evidence(long Id, string Name, EvidenceKind Kind, long Size, string Hash);

using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>资料包: that a pack was frozen for a review. What it holds is kept under its hash.</summary>
/// <param name="Id">Grows in the order of recording.</param>
/// <param name="ContentHash">SHA-256 of what it holds.</param>
/// <param name="Hash">The name of the pack while nobody has signed: SHA-256 of its file.</param>
/// <param name="Size">Of what it holds, in bytes.</param>
/// <param name="By">Who froze it.</param>
/// <param name="At">The moment whose state it holds.</param>
public sealed record FrozenPack(long Id, string ContentHash, string Hash, long Size, Person By, DateTimeOffset At);

using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>What a message leads to.</summary>
/// <param name="Return">The number of a return; null if it is about none.</param>
/// <param name="CheckIns">The quarter of check-ins; null if it is about none.</param>
public sealed record MessageSubject(int? Return, Quarter? CheckIns);

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>Something written wrongly, before it is known on which line and in which column.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Arguments">What the sentence on what would be right fills in, as <c>{1}</c>, <c>{2}</c>, …</param>
public sealed record Wrong(FaultReason Reason, params string[] Arguments);

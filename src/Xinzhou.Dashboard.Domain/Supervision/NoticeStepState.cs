namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>How a step of a notice stands.</summary>
/// <param name="Step">Which.</param>
/// <param name="Due">By the end of which day; null where the step has no date.</param>
/// <param name="At">When it was done; null while it is not.</param>
/// <param name="By">Who did it; null while it is not done.</param>
/// <param name="IsLate">It was done after its day, or is not done and the day is over.</param>
public sealed record NoticeStepState(NoticeStep Step, DateOnly? Due, DateTimeOffset? At, string? By, bool IsLate);

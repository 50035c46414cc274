using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>A return as far as conduct goes: when it was due, submitted and sent back, as it was known at a moment.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Form">What the form is called.</param>
/// <param name="Quarter">The quarter that it reports.</param>
/// <param name="Department">The code of the unit.</param>
/// <param name="DueAt">By when it was to be submitted.</param>
/// <param name="SubmittedAt">When it was submitted first; null while it is not.</param>
/// <param name="SentBack">When it was sent back, the earliest first.</param>
public sealed record ReturnRecord(
    int Id, string Form, Quarter Quarter, string Department, DateTimeOffset DueAt, DateTimeOffset? SubmittedAt, IReadOnlyList<DateTimeOffset> SentBack);

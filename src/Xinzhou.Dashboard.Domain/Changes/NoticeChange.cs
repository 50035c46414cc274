using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>That a notice was issued, closed, reopened or raised.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Notice">As it stands at the later moment.</param>
/// <param name="Event">What was done; null where it was issued.</param>
/// <param name="At">When.</param>
public sealed record NoticeChange(NoticeChangeKind Kind, Notice Notice, NoticeEvent? Event, DateTimeOffset At);

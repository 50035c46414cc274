using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>What was done about notices that opens, closes or raises them.</summary>
internal static class NoticeChanges
{
    public static IReadOnlyList<NoticeChange> Between(NoticeBook notices, AsOf from, AsOf until, WorkingDays calendar) =>
        [.. notices.At(until, calendar).SelectMany(n => Of(n, from.Moment)).OrderBy(c => c.At)];

    private static IEnumerable<NoticeChange> Of(Notice notice, DateTimeOffset since)
    {
        if (notice.Assignment.At > since) yield return new(NoticeChangeKind.Opened, notice, null, notice.Assignment.At);
        foreach (var done in notice.Events.Where(e => e.At > since))
        {
            NoticeChangeKind? kind = done.Act switch
            {
                NoticeAct.Close => NoticeChangeKind.Closed,
                NoticeAct.Reopen => NoticeChangeKind.Reopened,
                NoticeAct.Escalate => NoticeChangeKind.Escalated,
                _ => null,
            };
            if (kind is { } became) yield return new(became, notice, done, done.At);
        }
    }
}

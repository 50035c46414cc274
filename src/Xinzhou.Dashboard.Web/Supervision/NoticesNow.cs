using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>The notices as they stand at the moment.</summary>
/// <param name="Snapshot">What is held.</param>
/// <param name="Moment">Now.</param>
/// <param name="Calendar">Which days are worked.</param>
public sealed record NoticesNow(Snapshot Snapshot, AsOf Moment, WorkingDays Calendar)
{
    /// <summary>The plan, which knows the units.</summary>
    public CityPlan Plan => Snapshot.PlanAt(Moment);

    /// <summary>Today, in Asia/Shanghai.</summary>
    public DateOnly Today => Shanghai.DayOf(Moment.Moment);

    /// <summary>All that somebody sees: what he has to do first, then what is late, then what is due next; closed ones last.</summary>
    public IReadOnlyList<Notice> SeenBy(Actor actor) =>
    [
        .. Snapshot.Notices.At(Moment, Calendar).Where(n => NoticeRules.MaySee(n, actor))
            .OrderBy(n => n.IsClosed)
            .ThenByDescending(n => WaitsFor(n, actor))
            .ThenByDescending(n => n.Overdue.Any())
            .ThenBy(n => n.Next?.Due ?? DateOnly.MaxValue)
            .ThenByDescending(n => n.Assignment.Id),
    ];

    /// <summary>A notice, if somebody sees it; else null.</summary>
    public Notice? Find(NoticeNumber number, Actor actor) =>
        Snapshot.Notices.Find(number, Moment, Calendar) is { } notice && NoticeRules.MaySee(notice, actor) ? notice : null;

    /// <summary>Whether a notice waits for somebody: a unit that owes, or the office that has to decide.</summary>
    public static bool WaitsFor(Notice notice, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role.Has(Right.RunSupervision)
            ? notice.Stage is NoticeStage.Claimed or NoticeStage.Verified || notice.OpenRequest is not null
            : actor.Department is { } unit && notice.Assignment.Lead == unit && notice.IsRunning;
    }
}

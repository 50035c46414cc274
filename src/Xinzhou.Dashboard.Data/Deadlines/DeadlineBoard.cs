using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Deadlines;

/// <summary>All deadlines of a moment, and what waits for somebody by no day; of each person what is his.</summary>
internal sealed class DeadlineBoard
{
    // What came back is remembered for a year.
    private const int QuartersShown = 4;

    private readonly Snapshot.Snapshot _snapshot;
    private readonly IReadOnlyList<WaitingReturn> _returns;
    private readonly IReadOnlyList<OwedDeadline> _owed;
    private readonly IReadOnlyList<Notice> _notices;
    private readonly CityPlan _plan;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _today;

    /// <param name="snapshot">What is held.</param>
    /// <param name="returns">The returns that wait for somebody.</param>
    /// <param name="now">The moment.</param>
    /// <param name="days">Which days are worked.</param>
    public DeadlineBoard(Snapshot.Snapshot snapshot, IReadOnlyList<WaitingReturn> returns, DateTimeOffset now, WorkingDays days)
    {
        (_snapshot, _returns, _now, _today) = (snapshot, returns, now, Shanghai.DayOf(now));
        _plan = snapshot.PlanAt(new(now));
        _owed = OwedDeadlines.Of(snapshot, now, days);
        _notices = snapshot.Notices.At(new(now), days);
    }

    /// <summary>What a person has to do by a day, or has to see that others do, the earliest first; the milestones are everybody's.</summary>
    public IReadOnlyList<Deadline> Of(Actor actor)
    {
        IEnumerable<Deadline> own = actor switch
        {
            { Role: Role.Reporter, Department: { } unit } =>
            [
                .. _owed.Where(o => o.Unit == unit).Select(o => o.Deadline with { Unit = null }),
                .. _returns.Where(r => r.IsOwed && r.Department == unit).Select(r => r.Deadline(_now) with { Unit = null }),
            ],
            { Role: Role.Reviewer } => _returns.Where(r => r.State == ReturnState.Submitted).Select(r => r.Deadline(_now)),
            // The office goes after what units owe; who issued a notice sees that it is settled.
            { Role: Role.Supervisor } => [.. _owed.Where(o => IsSettling(o) || o.Deadline.Kind == ConcernKind.ReviewMatter).Select(o => o.Deadline), .. Reviews()],
            { Role: Role.Leader } => [.. _owed.Where(o => o.IssuedBy == actor.Id && IsSettling(o)).Select(o => o.Deadline), .. Reviews()],
            _ => [],
        };
        return [.. own.Concat(Milestones()).OrderBy(d => d.Day).ThenBy(d => d.Key, StringComparer.Ordinal).ThenBy(d => d.Unit, StringComparer.Ordinal)];
    }

    /// <summary>What waits for a person by no day: for a decision, or because it came back.</summary>
    public IEnumerable<DigestLine> WaitingFor(Actor actor) => actor switch
    {
        { Role: Role.Reporter, Department: { } unit } =>
        [
            .. Duties().Where(d => d.Department == unit && d.State == CheckInState.SentBack).GroupBy(d => d.Quarter).Select(g => CheckIns(g.Key, g.Count(), null)),
            .. _returns.Where(r => r.Department == unit && r.State is ReturnState.Returned or ReturnState.Correcting).Select(r => Return(r, null)),
        ],
        { Role: Role.Reviewer } => _returns.Where(r => r.State == ReturnState.Submitted).Select(r => Return(r, r.DepartmentName)),
        { Role: Role.Supervisor } =>
        [
            .. Duties().Where(d => d.State == CheckInState.Sent).GroupBy(d => (d.Quarter, d.Department)).Select(g => CheckIns(g.Key.Quarter, g.Count(), _plan.DepartmentName(g.Key.Department))),
            .. _notices.Where(n => n.Stage is NoticeStage.Claimed or NoticeStage.Verified || n.OpenRequest is not null).Select(Notice),
        ],
        { Role: Role.Leader } => [.. Proposals(actor), .. Unsigned()],
        _ => [],
    };

    private static bool IsSettling(OwedDeadline owed) => owed.Deadline is { Kind: ConcernKind.Notice, Step: NoticeStep.Settle };

    private IEnumerable<Deadline> Milestones() => _plan.Milestones.Where(m => m.Due >= _today).Select(m => new Deadline
    {
        Kind = ConcernKind.Milestone,
        Reference = FormattableString.Invariant($"{m.Year}"),
        Day = m.Due,
    });

    /// <summary>Reviews that are planned, or were and are not complete.</summary>
    private IEnumerable<Deadline> Reviews()
    {
        string[] dimensions = [.. _plan.Dimensions.Select(d => d.Code)];
        return _snapshot.Reviews.All.Where(r => !r.IsComplete(dimensions, _snapshot.Reviews)).Select(r => new Deadline
        {
            Kind = ConcernKind.Review,
            Reference = FormattableString.Invariant($"{r.Id}"),
            Title = r.Subject.Name(english: false),
            TitleEn = r.Subject.Name(english: true),
            Day = r.HeldOn,
            IsLate = r.HeldOn < _today,
        });
    }

    /// <summary>Those of the last quarter, and of the year before what was sent and is not done with.</summary>
    private IEnumerable<CheckInDuty> Duties()
    {
        var quarter = CheckInDuties.LastEnded(_today);
        var settings = _snapshot.LightSettings.At(new(_now));
        for (var i = 0; i < QuartersShown; i++, quarter = quarter.Previous)
        {
            foreach (var duty in CheckInDuties.Of(_snapshot.PlanBook, _snapshot.CheckIns, quarter, settings, _now)) yield return duty;
        }
    }

    private IEnumerable<DigestLine> Proposals(Actor actor)
    {
        var targets = _snapshot.LightsAt(new(_now)).Targets;
        return _snapshot.Pledges.Proposals.Where(p => p.Decision is null && p.AuthorId != actor.Id)
            .Select(p => (Proposal: p, Figure: targets.FirstOrDefault(t => p.Said.Target.Covers(t.Figure.Series, t.Figure.Period))?.Figure))
            .Select(p => new DigestLine
            {
                Kind = ConcernKind.Target,
                Reference = p.Figure?.Key,
                // Not the reason: the digest is mailed, and what somebody wrote in confidence stays in the house.
                Title = p.Figure?.Series.Indicator.Name,
                TitleEn = p.Figure?.Series.Indicator.NameEn,
            });
    }

    private IEnumerable<DigestLine> Unsigned() => _snapshot.Reviews.All.Where(r => r.Pack is not null)
        .Select(r => (Review: r, Count: _plan.Dimensions.Count(d => r.Verdict(d.Code) is null && !_snapshot.Reviews.IsAccepted(r.Subject, d.Code))))
        .Where(r => r.Count > 0)
        .Select(r => new DigestLine
        {
            Kind = ConcernKind.Review,
            Reference = FormattableString.Invariant($"{r.Review.Id}"),
            Title = r.Review.Subject.Name(english: false),
            TitleEn = r.Review.Subject.Name(english: true),
            Count = r.Count,
        });

    private static DigestLine CheckIns(Quarter quarter, int count, string? unit) =>
        new() { Kind = ConcernKind.CheckIns, Reference = quarter.Code, Quarter = quarter, Count = count, Unit = unit };

    private static DigestLine Return(WaitingReturn waiting, string? unit) => new()
    {
        Kind = ConcernKind.Return,
        Reference = FormattableString.Invariant($"{waiting.Id}"),
        Title = waiting.Form,
        TitleEn = waiting.FormEn,
        Quarter = waiting.Quarter,
        Unit = unit,
    };

    private DigestLine Notice(Notice notice) => new()
    {
        Kind = ConcernKind.Notice,
        Reference = notice.Assignment.Number.Code,
        Title = notice.Assignment.Subject,
        Unit = _plan.DepartmentName(notice.Assignment.Lead),
    };
}

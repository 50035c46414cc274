using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>What counts of notices: each step that the unit owes by its day, claims that were refused, and what was closed in time or is late.</summary>
internal static class NoticeCounting
{
    private static readonly Dictionary<NoticeStep, ConductKind> Owed = new()
    {
        [NoticeStep.Sign] = ConductKind.NoticeSign,
        [NoticeStep.Feedback] = ConductKind.NoticeFeedback,
        [NoticeStep.Settle] = ConductKind.NoticeSettle,
    };

    public static IEnumerable<CountedRow> Of(ConductFacts facts) => facts.Notices.SelectMany(n => Of(facts, n));

    private static IEnumerable<CountedRow> Of(ConductFacts facts, Notice notice)
    {
        foreach (var step in notice.Steps.Where(s => Owed.ContainsKey(s.Step) && s.Due is { } due && facts.Falls(due)))
        {
            var row = RowOf(notice, step);
            foreach (var counted in Obligation.Counted(facts, row, notice.Pauses)) yield return counted;
            if (step.Step != NoticeStep.Settle) continue;
            if (notice.IsLate) yield return new(ConductMeasure.NoticesLate, row with { IsLate = true });
            if (notice.IsClosed && !step.IsLate) yield return new(ConductMeasure.NoticesClosedInTime, row with { At = notice.ClosedAt });
        }

        foreach (var refused in notice.Events.Where(e => e.Act == NoticeAct.Refuse && facts.Happened(e.At)))
        {
            yield return new(ConductMeasure.SentBack, RowOf(notice, notice.Steps[(int)NoticeStep.Settle]) with { At = refused.At, Reason = refused.Text });
        }
    }

    private static ConductRow RowOf(Notice notice, NoticeStepState step) => new()
    {
        Kind = Owed[step.Step],
        Department = notice.Assignment.Lead,
        Subject = $"supervision/{notice.Assignment.Number}",
        Name = notice.Assignment.Subject,
        Due = step.Due is { } due ? Shanghai.EndOf(due) : null,
        At = step.At,
    };
}

using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>What counts of check-ins: whether they were sent in time, the first time, whether they were missed, and how often they were sent back.</summary>
internal static class CheckInCounting
{
    public static IEnumerable<CountedRow> Of(ConductFacts facts) => Owed(facts).Concat(SentBack(facts));

    private static IEnumerable<CountedRow> Owed(ConductFacts facts)
    {
        foreach (var duty in QuartersDue(facts).SelectMany(q => CheckInDuties.Of(facts.PlanBook, facts.CheckIns, q, facts.Settings, facts.Until)))
        {
            var sent = facts.CheckIns.Versions(duty.Key).FirstOrDefault(c => c.Department == duty.Department && c.SentAt <= facts.AsOf.Moment)?.SentAt;
            // Who takes over inherits no old debt, and what a document says need not be said again.
            if (!duty.IsOwn || (sent is null && duty.IsReported)) continue;
            var row = RowOf(duty.Department, duty.Key, duty.Item.Text) with { Due = Shanghai.EndOf(duty.DueOn), At = sent };
            foreach (var counted in Obligation.Counted(facts, row))
            {
                yield return counted;
                var grace = Shanghai.EndOf(facts.Days.Add(duty.DueOn, CheckInDuty.WorkingDaysOfGrace));
                if (counted.Measure == ConductMeasure.Late && (sent ?? facts.AsOf.Moment) > grace) yield return counted with { Measure = ConductMeasure.CheckInsMissed };
            }
        }
    }

    /// <summary>The quarters whose check-ins fall due in this one: that before it, unless a report may take very long.</summary>
    private static IEnumerable<Quarter> QuartersDue(ConductFacts facts)
    {
        for (var quarter = facts.Quarter; CheckInDuties.DueOn(quarter, facts.Settings) >= facts.FirstDay; quarter = quarter.Previous)
        {
            if (facts.Falls(CheckInDuties.DueOn(quarter, facts.Settings))) yield return quarter;
        }
    }

    private static IEnumerable<CountedRow> SentBack(ConductFacts facts) =>
        from sent in facts.CheckIns.All
        where sent.Decision is { Outcome: CheckInOutcome.SentBack } decision && facts.Happened(decision.At)
        let item = facts.Plan.Task(sent.Key.Task)?.WorkItems.FirstOrDefault(i => i.Number == sent.Key.Item)
        select new CountedRow(
            ConductMeasure.SentBack,
            RowOf(sent.Department, sent.Key, item?.Text ?? "") with { At = sent.Decision!.At, Reason = sent.Decision!.Reason });

    private static ConductRow RowOf(string department, CheckInKey key, string text) => new()
    {
        Kind = ConductKind.CheckIn,
        Department = department,
        Subject = LightSubject.OfItem(key.Task, key.Item).ToString(),
        Name = text,
        Quarter = key.Quarter,
    };
}

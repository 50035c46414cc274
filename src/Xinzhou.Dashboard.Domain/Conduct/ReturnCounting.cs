using System.Globalization;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>What counts of returns: whether they were submitted in time, the first time, and how often they were sent back.</summary>
internal static class ReturnCounting
{
    public static IEnumerable<CountedRow> Of(ConductFacts facts) => facts.Returns.SelectMany(r => Of(facts, r));

    private static IEnumerable<CountedRow> Of(ConductFacts facts, ReturnRecord of)
    {
        var row = new ConductRow
        {
            Kind = ConductKind.Return,
            Department = of.Department,
            Subject = string.Create(CultureInfo.InvariantCulture, $"returns/{of.Id}"),
            Name = of.Form,
            Quarter = of.Quarter,
            Due = of.DueAt,
        };
        var owed = facts.Falls(Shanghai.DayOf(of.DueAt.AddTicks(-1))) ? Obligation.Counted(facts, row with { At = of.SubmittedAt }) : [];
        return owed.Concat(of.SentBack.Where(facts.Happened).Select(at => new CountedRow(ConductMeasure.SentBack, row with { At = at })));
    }
}

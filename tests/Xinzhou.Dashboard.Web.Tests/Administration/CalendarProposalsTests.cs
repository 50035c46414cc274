using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Administration.Calendar;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

public sealed class CalendarProposalsTests
{
    private static readonly DateTimeOffset Opens = new(2026, 10, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly ReturnForm[] Forms = [.. new[] { "a", "b", "yearly" }.Select(c => new ReturnForm { Code = c, Name = c, Stage = Stage.Flash, Rows = [] })];

    [Fact]
    public void All_forms_of_the_latest_quarter_are_proposed_for_the_next_three_months_later()
    {
        var proposed = CalendarProposals.Of([Entry("a", "2026-Q3"), Entry("b", "2026-Q3"), Entry("a", "2026-Q2"), Entry("yearly", "2025-Q4")], Forms);

        Assert.Equal([("a", "2026-Q4"), ("b", "2026-Q4")], proposed.Select(p => (p.Form, p.Quarter.Code)));
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)), proposed[0].Dates.OpensAt);
    }

    [Fact]
    public void What_a_quarter_still_lacks_comes_first() =>
        Assert.Equal([("b", "2026-Q4")], CalendarProposals.Of([Entry("a", "2026-Q4"), Entry("b", "2026-Q3")], Forms).Select(p => (p.Form, p.Quarter.Code)));

    [Fact]
    public void Where_nothing_is_asked_for_nothing_is_proposed() => Assert.Empty(CalendarProposals.Of([], Forms));

    private static CalendarEntry Entry(string form, string quarter) => new()
    {
        Form = form,
        FormName = form,
        Quarter = Quarter.Parse(quarter)!.Value,
        Dates = new(Opens, Opens.AddDays(14), Opens.AddDays(30), 3, 3),
        Version = 1,
    };
}

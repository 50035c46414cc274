using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Reporting;

public sealed class CalendarCheckTests
{
    private static readonly Quarter Third = new(2026, 3);
    private static readonly ReturnDates Sound = new(Day("2026-10-01"), Day("2026-10-15"), Day("2026-10-31"), 3, 3);
    private static readonly DateTimeOffset Before = Day("2026-09-01");

    public static TheoryData<CalendarFault, ReturnDates> Faulty => new()
    {
        { CalendarFault.BadOrder, Sound with { OpensAt = Sound.DueAt } },
        { CalendarFault.BadOrder, Sound with { ClosesAt = Day("2026-10-14") } },
        { CalendarFault.DueTooEarly, Sound with { OpensAt = Day("2026-09-01"), DueAt = Day("2026-09-30") } },
        { CalendarFault.BadDays, Sound with { ReminderDays = 61 } },
        { CalendarFault.BadDays, Sound with { EscalationDays = -1 } },
    };

    [Fact]
    public void A_quarter_may_open_before_it_ends_but_is_due_after_it() =>
        Assert.Null(CalendarCheck.Fault(Third, Sound with { OpensAt = Day("2026-09-20"), DueAt = Day("2026-10-01") }, null, Before));

    [Theory, MemberData(nameof(Faulty))]
    public void Dates_that_make_no_sense_are_refused(CalendarFault refusal, ReturnDates dates) =>
        Assert.Equal(refusal, CalendarCheck.Fault(Third, dates, null, Before));

    [Fact]
    public void What_would_never_open_is_not_entered() =>
        Assert.Equal(CalendarFault.ClosedAlready, CalendarCheck.Fault(Third, Sound, null, Day("2026-10-31")));

    [Fact]
    public void Open_returns_are_given_more_time_never_less_even_after_they_were_closed()
    {
        var held = new CalendarEntry { Form = "f", FormName = "表", Quarter = Third, Dates = Sound, Version = 1, Returns = 2 };
        var late = Day("2026-11-05");

        Assert.Null(CalendarCheck.Fault(Third, Sound with { ClosesAt = Day("2026-11-30") }, held, late));
        Assert.Equal(CalendarFault.OnlyLater, CalendarCheck.Fault(Third, Sound with { DueAt = Day("2026-10-14") }, held, late));
        Assert.Equal(CalendarFault.AlreadyOpened, CalendarCheck.Fault(Third, Sound with { OpensAt = Day("2026-10-02") }, held, late));
        Assert.Null(CalendarCheck.Fault(Third, Sound, held, late));
        Assert.Null(CalendarCheck.Fault(Third, Sound with { OpensAt = Day("2026-10-02") }, held with { Returns = 0 }, Before));
    }

    [Fact]
    public void The_next_quarter_has_the_same_days_and_the_last_of_a_month_stays_the_last() =>
        Assert.Equal(
            new ReturnDates(Day("2027-01-01"), Day("2027-01-15"), Day("2027-01-31"), 3, 3), CalendarCheck.Next(Sound));

    [Fact]
    public void A_month_that_is_shorter_ends_on_its_last_day() =>
        Assert.Equal(Day("2027-04-30"), CalendarCheck.Next(Sound with { ClosesAt = Day("2027-01-31") }).ClosesAt);
}

using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;
using static Xinzhou.Dashboard.Domain.Tests.Plan.SaidOfPlan;

namespace Xinzhou.Dashboard.Domain.Tests.CheckIns;

/// <summary>Who is to check in what, and by when.</summary>
public sealed class CheckInDutiesTests
{
    private static readonly Quarter Third = new(2026, 3);
    private static readonly WorkingDays Week = new([]);

    [Fact]
    public void An_item_that_somebody_leads_is_owed_from_the_day_after_the_quarter_until_something_is_sent()
    {
        var book = Book(Item(1, lead: "gxj"));

        Assert.Empty(Duties(book, now: Day(9, 30)));
        var duty = Assert.Single(Duties(book, now: Day(10, 1)));
        Assert.Equal((true, "gxj", new DateOnly(2026, 10, 15), CheckInState.Open), (duty.IsOwed, duty.Department, duty.DueOn, duty.State));
        var sent = Assert.Single(Duties(book, CheckInBook.Empty.With([Sent(1)], []), Day(10, 20)));
        Assert.Equal((false, CheckInState.Sent), (sent.IsOwed, sent.State));
    }

    [Fact]
    public void The_unit_of_the_task_answers_for_an_item_that_names_none()
    {
        var book = Book(new TaskStatement { Origin = From(Day(1, 5)), Number = 1, Lead = "fgw" }, Item(1), Item(2, lead: "gxj"));

        Assert.Equal(["fgw", "gxj"], Duties(book).Select(d => d.Department));
        Assert.Empty(Duties(Book(Item(1))));
    }

    [Fact]
    public void What_had_not_begun_is_withdrawn_or_was_done_before_is_not_asked()
    {
        var book = Book(
            Item(1, lead: "gxj") with { Start = new(new(2026, 9, 30)) },
            Item(2, lead: "gxj") with { IsWithdrawn = true },
            Item(3, lead: "gxj"), Progress(3, new(2026, 2), 100),
            Item(4, lead: "gxj"), Progress(4, new(2026, 2), 99),
            Item(5, lead: "gxj") with { Start = new(new(2026, 9, 29)) });

        Assert.Equal([4, 5], Duties(book).Select(d => d.Item.Number));
    }

    [Fact]
    public void What_a_document_reported_is_not_owed_any_more()
    {
        var book = Book(Item(1, lead: "gxj"), Progress(1, Third, 60));

        var duty = Assert.Single(Duties(book));
        Assert.Equal((false, true), (duty.IsOwed, duty.IsReported));
    }

    [Fact]
    public void Who_takes_an_item_over_inherits_no_old_debt()
    {
        var book = Book(Item(1, lead: "gxj"), Item(1, lead: "fgw") with { Origin = From(Day(10, 3)) }, Item(2, lead: "gxj") with { Origin = From(Day(10, 3)) });

        Assert.Equal([("fgw", false), ("gxj", false)], Duties(book).Select(d => (d.Department, d.IsOwed)));
    }

    [Fact]
    public void What_is_owed_is_missed_after_two_working_days()
    {
        // 15 October 2026 is a Thursday.
        var duty = Assert.Single(Duties(Book(Item(1, lead: "gxj"))));

        Assert.False(duty.IsLate(new(2026, 10, 15)));
        Assert.True(duty.IsLate(new(2026, 10, 16)));
        Assert.False(duty.IsMissed(new(2026, 10, 19), Week));
        Assert.True(duty.IsMissed(new(2026, 10, 20), Week));
    }

    [Fact]
    public void What_came_back_is_owed_anew_from_the_day_that_it_came_back()
    {
        var back = new CheckInDecision(1, 1, CheckInOutcome.SentBack, "补佐证", new(Guid.NewGuid(), "杜督查"), Day(10, 21).AddHours(9));
        var duty = Assert.Single(Duties(Book(Item(1, lead: "gxj")), CheckInBook.Empty.With([Sent(1)], [back]), Day(10, 22)));

        Assert.Equal((true, CheckInState.SentBack), (duty.IsOwed, duty.State));
        Assert.False(duty.IsMissed(new(2026, 10, 23), Week));
        Assert.True(duty.IsMissed(new(2026, 10, 24), Week));
    }

    [Fact]
    public void The_book_tells_what_stood_at_a_moment()
    {
        var key = new CheckInKey(1, 1, Third);
        var book = CheckInBook.Empty
            .With([Sent(1)], [])
            .With([Sent(2) with { SentAt = Day(10, 12) }], [new(1, 1, CheckInOutcome.SentBack, "补", new(Guid.NewGuid(), "杜"), Day(10, 11))]);

        Assert.Null(book.LatestAt(key, Day(10, 9)));
        Assert.Equal((1L, CheckInState.Sent), Standing(Day(10, 10)));
        Assert.Equal((1L, CheckInState.SentBack), Standing(Day(10, 11)));
        Assert.Equal((2L, CheckInState.Sent), Standing(Day(10, 12)));
        Assert.Equal((2L, 1L, 2L, Day(10, 12)), (book.LastId, book.LastDecisionId, book.Latest(key)!.Id, book.ChangedAt));

        (long, CheckInState) Standing(DateTimeOffset moment) => book.LatestAt(key, moment) is { } sent ? (sent.Id, sent.State) : default;
    }

    [Theory]
    [InlineData(-1, "做了", CheckInFault.PercentRange)]
    [InlineData(100.5, "做了", CheckInFault.PercentRange)]
    [InlineData(12.345, "做了", CheckInFault.TooManyDecimals)]
    [InlineData(50, "  ", CheckInFault.DoneMissing)]
    public void What_cannot_be_sent_says_why(double percent, string done, CheckInFault fault) =>
        Assert.Equal(fault, Assert.Single(new CheckInEntry((decimal)percent, done).Faults()));

    [Fact]
    public void A_text_has_a_greatest_length() =>
        Assert.Equal([CheckInFault.TooLong], new CheckInEntry(50, new('做', 501)).Faults());

    private static PlanBook Book(params PlanStatement[] said) => Recorded([.. said.Select(s => new[] { s })]);

    private static WorkItemStatement Item(int number, string? lead = null) =>
        new() { Origin = From(Day(1, 5)), Task = 1, Number = number, Text = $"工作{number}", Lead = lead };

    private static ProgressStatement Progress(int item, Quarter quarter, decimal percent) =>
        new() { Origin = From(Shanghai.StartOf(quarter.LastDay.AddDays(1))), Task = 1, Item = item, Quarter = quarter, Percent = percent };

    private static CheckIn Sent(long id) => new()
    {
        Id = id,
        Key = new(1, 1, Third),
        Department = "gxj",
        Entry = new(40, "完成立项"),
        SentBy = new Person(Guid.NewGuid(), "填报人"),
        SentAt = Day(10, 10),
    };

    private static IReadOnlyList<CheckInDuty> Duties(PlanBook book, CheckInBook? sent = null, DateTimeOffset? now = null) =>
        CheckInDuties.Of(book, sent ?? CheckInBook.Empty, Third, LightSettings.Default, now ?? Day(10, 14));
}

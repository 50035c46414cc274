using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Web.Administration.Calendar;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

[Trait("Category", "Quick")]
public sealed class DatesEditTests
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);
    private static readonly ReturnDates Held = new(
        new(2026, 10, 1, 9, 8, 7, Offset), new(2026, 10, 15, 18, 0, 0, Offset), new(2026, 10, 31, 18, 0, 0, Offset), 3, 5);

    private readonly DatesEdit edit = DatesEdit.Of(Held, 1);

    [Fact]
    public void A_moment_whose_minute_is_left_as_it_was_stays_to_the_second()
    {
        Assert.Equal(Held, edit.Dates(Held));
        Assert.Equal(Held.OpensAt.AddSeconds(-7), edit.Dates(null)!.OpensAt);
    }

    [Theory]
    [InlineData("18:30", 18, 30)]
    [InlineData(" 9:05 ", 9, 5)]
    [InlineData("17：45", 17, 45)]
    public void Times_are_read_as_people_type_them(string typed, int hour, int minute) =>
        Assert.Equal(new DateTimeOffset(2026, 10, 15, hour, minute, 0, Offset), (edit with { DueTime = typed }).Dates(Held)!.DueAt);

    [Fact]
    public void What_is_missing_or_none_is_no_date()
    {
        DatesEdit[] none =
        [
            edit with { Due = null }, edit with { DueTime = "25:00" }, edit with { DueTime = "" }, edit with { Opens = null }, edit with { ClosesTime = "下班" },
            edit with { Reminder = "三" }, edit with { Escalation = null }, edit with { Closes = new(1999, 1, 1) },
        ];

        Assert.All(none, e => Assert.Null(e.Dates(Held)));
    }

    [Fact]
    public void A_later_due_day_moves_the_close_only_where_it_would_come_first()
    {
        Assert.Equal(new DateOnly(2026, 10, 31), edit.DueOn(new(2026, 10, 20)).Closes);
        Assert.Equal(new DateOnly(2026, 11, 3), edit.DueOn(new(2026, 11, 3)).Closes);
    }
}

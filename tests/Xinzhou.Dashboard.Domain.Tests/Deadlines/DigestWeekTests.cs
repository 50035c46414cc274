using System.Globalization;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Deadlines;

[Trait("Category", "Quick")]
public sealed class DigestWeekTests
{
    // Spring Festival of 2026: off from Sunday 15 to Monday 23 February, Saturdays 14 and 28 worked.
    private static readonly WorkingDays Days = new(
    [
        new(2026, new(2026, 2, 14), IsWorking: true, "春节", "https://notice.example"),
        .. Enumerable.Range(15, 9).Select(d => new ArrangedDay(2026, new(2026, 2, d), IsWorking: false, "春节", "https://notice.example")),
        new(2026, new(2026, 2, 28), IsWorking: true, "春节", "https://notice.example"),
    ]);

    [Theory]
    [InlineData("2026-02-11", "2026-W07", "2026-02-09")]
    [InlineData("2026-02-16", "2026-W08", null)]
    [InlineData("2026-02-22", "2026-W08", null)]
    [InlineData("2026-02-23", "2026-W09", "2026-02-24")]
    [InlineData("2026-03-01", "2026-W09", "2026-02-24")]
    [InlineData("2027-01-01", "2026-W53", "2026-12-28")]
    public void Its_day_is_the_first_that_is_worked(string day, string code, string? first)
    {
        var week = DigestWeek.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(code, week.Code);
        Assert.Equal(first, week.FirstWorkingDay(Days)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal((DayOfWeek.Monday, DayOfWeek.Sunday), (week.Monday.DayOfWeek, week.Sunday.DayOfWeek));
    }

    [Fact]
    public void A_week_of_which_only_the_Sunday_is_worked_has_its_day_then()
    {
        WorkingDays days = new([.. Enumerable.Range(5, 7).Select(d => new ArrangedDay(2026, new(2026, 1, d), IsWorking: d == 11, "测试节", "https://notice.example"))]);

        Assert.Equal(new DateOnly(2026, 1, 11), DigestWeek.Of(new(2026, 1, 7)).FirstWorkingDay(days));
    }

    [Fact]
    public void Working_days_are_counted_backwards_over_a_holiday()
    {
        Assert.Equal(new DateOnly(2026, 2, 12), Days.Back(new(2026, 2, 24), 3));
        Assert.Equal(new DateOnly(2026, 2, 24), Days.Back(new(2026, 2, 24), 0));
    }
}

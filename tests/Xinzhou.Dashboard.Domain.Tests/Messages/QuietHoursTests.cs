using System.Globalization;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Messages;

[Trait("Category", "Quick")]
public sealed class QuietHoursTests
{
    // Thursday 2 April off, Saturday 4 April worked.
    private static readonly WorkingDays Days = new(
    [
        new(2026, new(2026, 4, 2), IsWorking: false, "测试节", "https://notice.example"),
        new(2026, new(2026, 4, 4), IsWorking: true, "测试节", "https://notice.example"),
    ]);

    private static readonly QuietHours Night = new(new(22, 0), new(7, 0), false);

    [Theory]
    [InlineData("2026-04-01 21:59:59", false)]
    [InlineData("2026-04-01 22:00:00", true)]
    [InlineData("2026-04-01 23:59:59", true)]
    [InlineData("2026-04-02 00:00:00", true)]
    [InlineData("2026-04-02 06:59:59", true)]
    [InlineData("2026-04-02 07:00:00", false)]
    public void A_night_goes_over_midnight(string at, bool isQuiet) => Assert.Equal(isQuiet, Night.IsQuiet(Moment(at), Days));

    [Theory]
    [InlineData("2026-04-01 11:59", false)]
    [InlineData("2026-04-01 12:00", true)]
    [InlineData("2026-04-01 13:59", true)]
    [InlineData("2026-04-01 14:00", false)]
    public void Noon_is_within_a_day(string at, bool isQuiet) => Assert.Equal(isQuiet, new QuietHours(new(12, 0), new(14, 0), false).IsQuiet(Moment(at), Days));

    [Theory]
    [InlineData("2026-04-01 12:00", false)]
    [InlineData("2026-04-02 00:00", true)]
    [InlineData("2026-04-02 12:00", true)]
    [InlineData("2026-04-02 23:59", true)]
    [InlineData("2026-04-03 00:00", false)]
    [InlineData("2026-04-04 12:00", false)]
    [InlineData("2026-04-05 12:00", true)]
    public void Days_off_are_quiet_as_a_whole_and_those_that_make_up_for_one_are_not(string at, bool isQuiet) =>
        Assert.Equal(isQuiet, (QuietHours.None with { DaysOff = true }).IsQuiet(Moment(at), Days));

    [Fact]
    public void Times_are_those_of_the_city_whatever_the_clock_is_written_in()
    {
        Assert.True(Night.IsQuiet(new(2026, 4, 1, 14, 0, 0, TimeSpan.Zero), Days));
        Assert.False(Night.IsQuiet(new(2026, 4, 1, 13, 59, 0, TimeSpan.Zero), Days));
        Assert.True(Night.IsQuiet(new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(-5)), Days));
    }

    [Fact]
    public void The_same_time_twice_is_no_hour()
    {
        Assert.False(QuietHours.None.HasHours);
        Assert.All(Enumerable.Range(0, 24), h => Assert.False(new QuietHours(new(9, 30), new(9, 30), false).IsQuiet(Shanghai.StartOf(new(2026, 4, 1)).AddHours(h).AddMinutes(30), Days)));
    }

    private static DateTimeOffset Moment(string at) => new(DateTime.Parse(at, CultureInfo.InvariantCulture), Shanghai.Offset);
}

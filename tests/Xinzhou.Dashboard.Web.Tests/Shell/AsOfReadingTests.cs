using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

public sealed class AsOfReadingTests
{
    // 23 November in Shanghai, still the 22nd in Greenwich.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_day_means_its_end_in_Shanghai()
    {
        var reading = AsOfReading.Read("2023-09-30", null, Now);

        Assert.Equal(new AsOf(Shanghai.EndOf(new(2023, 9, 30)), Clock.Known), reading.Past);
        Assert.Equal(new(2023, 9, 30), reading.Day);
        Assert.Equal("2023-09-30", reading.Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-23")]
    public void Without_a_moment_and_on_today_the_view_is_of_now(string? asOf)
    {
        var reading = AsOfReading.Read(asOf, null, Now);

        Assert.Null(reading.Past);
        Assert.Null(reading.Fault);
        Assert.Equal(new(2026, 11, 23), reading.Day);
    }

    [Theory]
    [InlineData("2023-09-30T15:20:00+08:00")]
    [InlineData("2023-09-30T15:20:00 08:00")] // the plus sign lost in an address
    [InlineData("2023-09-30T07:20:00Z")]
    public void An_instant_is_read_as_RFC_3339_writes_it(string asOf)
    {
        var reading = AsOfReading.Read(asOf, "recorded", Now);

        Assert.Equal(new AsOf(new(2023, 9, 30, 7, 20, 0, TimeSpan.Zero), Clock.Recorded), reading.Past);
        Assert.Equal("2023-09-30 15:20", reading.Text);
    }

    [Theory]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01 08:00")]
    public void The_first_day_of_the_calendar_is_a_day_too(string asOf, string text)
    {
        var reading = AsOfReading.Read(asOf, null, Now);

        Assert.Null(reading.Fault);
        Assert.Equal(text, reading.Text);
    }

    [Theory]
    [InlineData("2023-09-30T07:20:00.123456Z")]
    [InlineData("2023-09-30T07:20:00.123456789Z")]
    [InlineData("2023-09-30T15:20:00.123456000000+08:00")]
    public void Of_an_instant_microseconds_are_read_however_many_digits_it_has(string asOf)
    {
        var reading = AsOfReading.Read(asOf, null, Now);

        Assert.Equal(new DateTimeOffset(2023, 9, 30, 7, 20, 0, TimeSpan.Zero).AddMicroseconds(123456), reading.Past?.Moment);
    }

    [Theory]
    [InlineData("2026-11-24", null, AsOfFault.Future)]
    [InlineData("9999-12-31", null, AsOfFault.Future)]
    [InlineData("2026-11-23T06:00:01+08:00", null, AsOfFault.Future)]
    [InlineData("2023-02-29", null, AsOfFault.Unreadable)]
    [InlineData("2023-9-30", null, AsOfFault.Unreadable)]
    [InlineData("yesterday", null, AsOfFault.Unreadable)]
    [InlineData("2023-09-30T15:20", null, AsOfFault.Unreadable)]
    [InlineData("2023-13-30T15:20:00Z", null, AsOfFault.Unreadable)]
    [InlineData("2023-09-30", "local", AsOfFault.UnknownClock)]
    public void What_cannot_be_answered_is_a_fault(string asOf, string? clock, AsOfFault fault)
    {
        var reading = AsOfReading.Read(asOf, clock, Now);

        Assert.Equal(fault, reading.Fault);
        Assert.Null(reading.Past);
        Assert.Equal(asOf, reading.Written);
    }
}

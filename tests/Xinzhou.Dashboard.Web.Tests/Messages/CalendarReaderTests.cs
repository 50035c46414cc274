using System.Text;

namespace Xinzhou.Dashboard.Web.Tests.Messages;

/// <summary>The reader that calendars are held against refuses what the standard does not allow.</summary>
public sealed class CalendarReaderTests
{
    private const string Sound =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b\r\nBEGIN:VEVENT\r\nUID:1@a\r\nDTSTAMP:20261014T010000Z\r\nDTSTART;VALUE=DATE:20261015\r\nSUMMARY:甲\\, 乙\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Fact]
    public void A_sound_calendar_is_read()
    {
        var read = CalendarReader.Read(Encoding.UTF8.GetBytes(Sound));

        Assert.Equal("甲, 乙", Assert.Single(read.Events)["SUMMARY"].Text());
    }

    [Theory]
    [InlineData("\r\n", "\n")]
    [InlineData("VERSION:2.0\r\n", "")]
    [InlineData("UID:1@a\r\n", "")]
    [InlineData("UID:1@a\r\n", "UID:1@a\r\nUID:2@a\r\n")]
    [InlineData("20261014T010000Z", "20261014T010000")]
    [InlineData(";VALUE=DATE", "")]
    [InlineData("20261015", "20261315")]
    [InlineData("甲\\, 乙", "甲, 乙")]
    [InlineData("甲\\, 乙", "甲; 乙")]
    [InlineData("甲\\, 乙", "甲\\x")]
    [InlineData("甲\\, 乙", "甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲")]
    [InlineData("END:VEVENT\r\n", "")]
    [InlineData("END:VCALENDAR\r\n", "")]
    [InlineData("SUMMARY:", "SUMMARY ")]
    [InlineData("BEGIN:VCALENDAR\r\n", "\r\nBEGIN:VCALENDAR\r\n")]
    public void What_the_standard_does_not_allow_is_refused(string sound, string wrong) =>
        Assert.Throws<FormatException>(() => CalendarReader.Read(Encoding.UTF8.GetBytes(Sound.Replace(sound, wrong, StringComparison.Ordinal))));

    [Fact]
    public void A_character_cut_in_two_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Sound);
        var at = Array.IndexOf(bytes, Encoding.UTF8.GetBytes("甲")[0]) + 1;

        Assert.ThrowsAny<Exception>(() => CalendarReader.Read([.. bytes[..at], .. "\r\n "u8, .. bytes[at..]]));
    }
}

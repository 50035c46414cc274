namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary><c>POST supervision/clock</c>.</summary>
public sealed class SupervisionClockTests : IDisposable
{
    private const string Notice = "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm";

    // It needs nothing that is stored.
    private readonly ApiHost _api = new(null);

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("""{"assigned":"2026-09-30","grade":"ordinary","mode":"working","pauses":[]}""", "2026-09-30", "2026-10-10", "2026-10-15")]
    [InlineData("""{"assigned":"2026-03-02","grade":"major","mode":"calendar","pauses":[{"from":"2026-03-30","to":"2026-04-05"}]}""", "2026-03-02", "2026-03-05", "2026-04-09")]
    [InlineData("""{"assigned":"2026-09-21","grade":"ordinary","mode":"working","pauses":null,"extendedTo":"2026-10-03"}""", "2026-09-21", "2026-09-24", "2026-10-03")]
    public async Task The_dates_are_answered_with_the_source_of_their_calendar(string body, string sign, string feedback, string settle)
    {
        var answer = await _api.Post("supervision/clock", body);

        Assert.Equal(["sign", "feedback", "settle", "calendar"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal((sign, feedback, settle), (answer.GetProperty("sign").GetString(), answer.GetProperty("feedback").GetString(), answer.GetProperty("settle").GetString()));
        var year = Assert.Single(answer.GetProperty("calendar").EnumerateObject());
        Assert.Equal(("2026", Notice), (year.Name, year.Value.GetString()));
    }

    [Fact]
    public async Task A_year_that_no_notice_is_known_of_says_so()
    {
        var answer = await _api.Post("supervision/clock", """{"assigned":"2026-12-28","grade":"ordinary","mode":"working"}""");

        Assert.Equal("2027-01-06", answer.GetProperty("settle").GetString());
        Assert.Equal(
            [("2026", Notice), ("2027", "weekdays only")],
            answer.GetProperty("calendar").EnumerateObject().Select(y => (y.Name, y.Value.GetString()!)));
    }
}

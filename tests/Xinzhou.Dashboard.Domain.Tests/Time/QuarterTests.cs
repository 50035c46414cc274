using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Time;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2026-Q3", 2026, 3)]
    [InlineData("0001-Q1", 1, 1)]
    public void A_code_is_a_quarter(string code, int year, int number) => Assert.Equal(new Quarter(year, number), Quarter.Parse(code));

    [Theory]
    [InlineData("2026-Q5")]
    [InlineData("2026Q1")]
    [InlineData("0000-Q1")]
    [InlineData("２026-Q1")]
    [InlineData(null)]
    public void What_is_no_code_is_none(string? code) => Assert.Null(Quarter.Parse(code));

    [Fact]
    public void Values_speak_of_the_year_to_date_or_of_the_last_day()
    {
        var quarter = new Quarter(2026, 3);

        Assert.Equal("2026-9M", quarter.Period(RowTiming.YearToDate).Code);
        Assert.Equal("2026-FY", new Quarter(2026, 4).Period(RowTiming.YearToDate).Code);
        Assert.Equal("2026-09-30", quarter.Period(RowTiming.PointInTime).Code);
        Assert.Equal(PeriodKind.Year, new Quarter(2026, 4).Period(RowTiming.YearToDate).Kind);
    }

    [Fact]
    public void Quarters_follow_each_other_over_the_year()
    {
        Assert.Equal(new Quarter(2027, 1), new Quarter(2026, 4).Next);
        Assert.Equal(new Quarter(2025, 4), new Quarter(2026, 1).Previous);
        Assert.Equal(new Quarter(2026, 4), Quarter.Of(new(2026, 11, 24)));
        Assert.Equal("2026年三季度", new Quarter(2026, 3).Name(english: false));
        Assert.Equal("2026 Q3", new Quarter(2026, 3).Name(english: true));
    }
}

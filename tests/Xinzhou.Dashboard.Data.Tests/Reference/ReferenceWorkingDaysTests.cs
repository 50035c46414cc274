using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Tests.Reference;

public sealed class ReferenceWorkingDaysTests
{
    private readonly WorkingDays days = ReferenceWorkingDays.Read();

    [Fact]
    public void The_notices_of_2023_to_2026_are_known_and_no_other() =>
        Assert.Equal([2023, 2024, 2025, 2026], Enumerable.Range(2020, 10).Where(days.Knows));

    [Fact]
    public void Each_year_says_where_its_notice_is_published()
    {
        Assert.Equal("https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm", days.SourceOf(2026));
        // A day of the notice of 2023 lies in 2022, whose own is not known.
        Assert.Null(days.SourceOf(2022));
    }

    [Fact]
    public void The_national_day_is_off_and_the_saturday_after_it_is_worked()
    {
        Assert.Equal("国庆节", days.Holiday(new(2026, 10, 1)));
        Assert.True(days.IsWorking(new(2026, 10, 10)));
        Assert.Equal(DayOfWeek.Saturday, new DateOnly(2026, 10, 10).DayOfWeek);
        Assert.Equal(new DateOnly(2026, 10, 8), days.OnOrAfter(new(2026, 10, 1)));
    }
}

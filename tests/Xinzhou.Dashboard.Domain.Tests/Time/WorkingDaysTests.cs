using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Time;

[Trait("Category", "Quick")]
public sealed class WorkingDaysTests
{
    // Thursday 2 and Friday 3 April off, Saturday 4 April worked.
    private readonly WorkingDays days = new(
    [
        new(2026, new(2026, 4, 2), IsWorking: false, "测试节", "https://notice.example"),
        new(2026, new(2026, 4, 3), IsWorking: false, "测试节", "https://notice.example"),
        new(2026, new(2026, 4, 4), IsWorking: true, "测试节", "https://notice.example"),
    ]);

    [Fact]
    public void A_notice_goes_before_the_week_and_of_other_years_the_week_alone_counts()
    {
        Assert.Equal([true, false, false, true, false, true], Enumerable.Range(1, 6).Select(d => days.IsWorking(new(2026, 4, d))));
        Assert.Equal((true, false), (days.Knows(2026), days.Knows(2027)));
        Assert.Equal(("https://notice.example", null), (days.SourceOf(2026), days.SourceOf(2027)));
        Assert.True(days.IsWorking(new(2027, 4, 2)));
        Assert.Equal(("测试节", null, null), (days.Holiday(new(2026, 4, 2)), days.Holiday(new(2026, 4, 4)), days.Holiday(new(2026, 4, 5))));
    }

    [Fact]
    public void Days_are_counted_from_the_one_after_and_moved_on_to_one_that_is_worked()
    {
        Assert.Equal(new DateOnly(2026, 4, 4), days.OnOrAfter(new(2026, 4, 2)));
        Assert.Equal(new DateOnly(2026, 4, 7), days.Add(new(2026, 4, 1), 3));
        Assert.Equal(new DateOnly(2026, 4, 5), days.Add(new(2026, 4, 5), 0));
        Assert.Equal(3, days.Between(new(2026, 4, 1), new(2026, 4, 7)));
        Assert.Equal(0, days.Between(new(2026, 4, 7), new(2026, 4, 1)));
    }
}

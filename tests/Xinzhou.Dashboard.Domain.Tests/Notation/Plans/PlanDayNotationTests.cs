using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Tests.Notation.Plans;

public sealed class PlanDayNotationTests
{
    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2025.12.31")]
    [InlineData("2025/12/31")]
    [InlineData("2025年12月31日")]
    [InlineData("2025年12月31号")]
    [InlineData("２０２５年１２月３１日")]
    [InlineData("2025 年 12 月 31 日")]
    [InlineData("二〇二五年十二月三十一日")]
    [InlineData("20251231")]
    [InlineData("2025/12/31 0:00:00")]
    [InlineData("2025-12-31 00:00:00.000")]
    [InlineData("2025-12-31T09:30:00+08:00")]
    [InlineData("\u200b2025-12-31")]
    public void A_plain_date_is_a_day_without_a_wording(string text)
    {
        Assert.Equal(new PlanDay(new(2025, 12, 31)), PlanDayNotation.Read(text, isStart: false, out _));
        Assert.Equal(new PlanDay(new(2025, 12, 31)), PlanDayNotation.Read(text, isStart: true, out _));
    }

    [Theory]
    [InlineData("2025年底", "2025-12-31", "2025-12-31")]
    [InlineData("2025年年底", "2025-12-31", "2025-12-31")]
    [InlineData("2025年底前", "2025-12-31", "2025-12-31")]
    [InlineData("2025年底前完成", "2025-12-31", "2025-12-31")]
    [InlineData("力争2025年末", "2025-12-31", "2025-12-31")]
    [InlineData("2025年", "2025-01-01", "2025-12-31")]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    [InlineData("2025年内", "2025-01-01", "2025-12-31")]
    [InlineData("2025年全年", "2025-01-01", "2025-12-31")]
    [InlineData("2025年度", "2025-01-01", "2025-12-31")]
    [InlineData("2025年12月", "2025-12-01", "2025-12-31")]
    [InlineData("2024年2月", "2024-02-01", "2024-02-29")]
    [InlineData("2025年6月份", "2025-06-01", "2025-06-30")]
    [InlineData("2025-06", "2025-06-01", "2025-06-30")]
    [InlineData("2025.06", "2025-06-01", "2025-06-30")]
    [InlineData("2025/6", "2025-06-01", "2025-06-30")]
    [InlineData("2025年6月底前", "2025-06-30", "2025-06-30")]
    [InlineData("2025年6月中旬", "2025-06-11", "2025-06-20")]
    [InlineData("2025年6月上旬前", "2025-06-01", "2025-06-10")]
    [InlineData("2025年2月下旬", "2025-02-21", "2025-02-28")]
    [InlineData("2025年上半年", "2025-01-01", "2025-06-30")]
    [InlineData("2025年下半年", "2025-07-01", "2025-12-31")]
    [InlineData("2025年三季度", "2025-07-01", "2025-09-30")]
    [InlineData("2025年第3季度末", "2025-09-30", "2025-09-30")]
    [InlineData("2025-Q3", "2025-07-01", "2025-09-30")]
    [InlineData("2025年12月31日前", "2025-12-31", "2025-12-31")]
    [InlineData("2025-12-31前", "2025-12-31", "2025-12-31")]
    [InlineData("截至2025年9月底", "2025-09-30", "2025-09-30")]
    [InlineData("二〇二五年十月", "2025-10-01", "2025-10-31")]
    [InlineData("2025年十月", "2025-10-01", "2025-10-31")]
    public void A_time_is_due_on_its_last_day_and_starts_on_its_first(string text, string first, string last)
    {
        Assert.Equal(new PlanDay(DateOnly.Parse(last, null), text), PlanDayNotation.Read(text, isStart: false, out _));
        Assert.Equal(new PlanDay(DateOnly.Parse(first, null), text), PlanDayNotation.Read(text, isStart: true, out _));
    }

    [Theory]
    [InlineData("长期坚持")]
    [InlineData("长期")]
    [InlineData("持续推进")]
    [InlineData("常态化开展")]
    [InlineData("每年12月底前")]
    [InlineData("每季度")]
    public void A_deadline_may_have_no_day(string text)
    {
        Assert.Equal(new PlanDay(null, text), PlanDayNotation.Read(text, isStart: false, out _));
        Assert.Null(PlanDayNotation.Read(text, isStart: true, out _));
    }

    [Theory]
    [InlineData("6月底前")]
    [InlineData("12月")]
    [InlineData("12月31日")]
    [InlineData("6.30")]
    [InlineData("十二月底")]
    [InlineData("年底前")]
    [InlineData("上半年")]
    [InlineData("三季度")]
    public void Without_a_year_it_is_no_deadline(string text) => Assert.Equal(FaultReason.DayWithoutYear, Wrong(text));

    [Theory]
    [InlineData("2025年6月前")]
    [InlineData("2025年前")]
    [InlineData("2025年起")]
    [InlineData("2025年初")]
    [InlineData("2025.1")]
    [InlineData("2025年13月")]
    [InlineData("2025年2月30日")]
    [InlineData("2023—2025年")]
    [InlineData("2025年底，长期坚持")]
    [InlineData("2025年12月①")]
    [InlineData("尽快")]
    [InlineData("46022")]
    [InlineData("0000-01-01")]
    [InlineData("按期完成")]
    [InlineData("第一年")]
    public void What_may_be_one_day_or_another_is_no_deadline(string text) => Assert.Equal(FaultReason.NotAPlanDay, Wrong(text));

    private static FaultReason? Wrong(string text)
    {
        Assert.Null(PlanDayNotation.Read(text, isStart: false, out var wrong));
        return wrong?.Reason;
    }
}

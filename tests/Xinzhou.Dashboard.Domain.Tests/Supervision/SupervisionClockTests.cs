using System.Globalization;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Supervision;

[Trait("Category", "Quick")]
public sealed class SupervisionClockTests
{
    private static readonly WorkingDays Days = ReferenceWorkingDays.Read();

    // The dates were computed apart from this program.
    [Theory]
    // The National Day of 2026, and the Saturday after it that is worked.
    [InlineData("2026-09-30", MatterGrade.Ordinary, CountingMode.Working, "2026-10-10", "2026-10-15")]
    [InlineData("2026-09-30", MatterGrade.Ordinary, CountingMode.Calendar, "2026-10-08", "2026-10-08")]
    [InlineData("2026-09-30", MatterGrade.Major, CountingMode.Working, "2026-10-10", "2026-10-30")]
    // Months without a 31st.
    [InlineData("2026-01-31", MatterGrade.Major, CountingMode.Working, "2026-02-04", "2026-02-28")]
    [InlineData("2024-01-31", MatterGrade.Major, CountingMode.Working, "2024-02-04", "2024-02-29")]
    [InlineData("2026-10-31", MatterGrade.Major, CountingMode.Calendar, "2026-11-03", "2026-11-30")]
    // Assigned on a day off, and on a Sunday that is worked.
    [InlineData("2026-02-21", MatterGrade.Ordinary, CountingMode.Working, "2026-02-26", "2026-03-03")]
    [InlineData("2025-01-26", MatterGrade.Ordinary, CountingMode.Working, "2025-02-06", "2025-02-11")]
    // Over the new year: into a year that is known, one that is not, and out of one that is not.
    [InlineData("2023-12-29", MatterGrade.Ordinary, CountingMode.Working, "2024-01-04", "2024-01-10")]
    [InlineData("2026-12-28", MatterGrade.Ordinary, CountingMode.Working, "2026-12-31", "2027-01-06")]
    [InlineData("2026-12-20", MatterGrade.Major, CountingMode.Working, "2026-12-23", "2027-01-20")]
    [InlineData("2022-12-28", MatterGrade.Ordinary, CountingMode.Working, "2023-01-03", "2023-01-09")]
    public void Progress_is_due_in_3_days_and_settling_in_7_or_in_a_month(string assigned, MatterGrade grade, CountingMode mode, string feedback, string settle)
    {
        var dates = Run(assigned, grade, mode);

        Assert.Equal((Day(assigned), Day(feedback), Day(settle)), (dates.Sign, dates.Feedback, dates.Settle));
    }

    [Theory]
    // Two pauses that overlap are one; its working days are skipped.
    [InlineData("2026-03-02", MatterGrade.Ordinary, CountingMode.Working, "2026-03-04/2026-03-06 2026-03-06/2026-03-09", "2026-03-11", "2026-03-17")]
    [InlineData("2026-03-02", MatterGrade.Ordinary, CountingMode.Working, "2026-03-06/2026-03-09 2026-03-04/2026-03-06 2026-03-05/2026-03-05", "2026-03-11", "2026-03-17")]
    // A weekend within it counts in days and not in working days.
    [InlineData("2026-03-02", MatterGrade.Ordinary, CountingMode.Calendar, "2026-03-08/2026-03-09", "2026-03-05", "2026-03-11")]
    [InlineData("2026-03-02", MatterGrade.Ordinary, CountingMode.Working, "2026-03-07/2026-03-08", "2026-03-05", "2026-03-11")]
    // A month moves on by the days paused, then past the days off.
    [InlineData("2026-03-02", MatterGrade.Major, CountingMode.Working, "2026-03-10/2026-03-12", "2026-03-05", "2026-04-07")]
    // A pause that holds the date counts as a whole: nothing is due within it.
    [InlineData("2026-03-02", MatterGrade.Major, CountingMode.Working, "2026-03-30/2026-04-05", "2026-03-05", "2026-04-09")]
    [InlineData("2026-05-16", MatterGrade.Major, CountingMode.Calendar, "2026-06-16/2026-06-16", "2026-05-19", "2026-06-17")]
    [InlineData("2026-07-04", MatterGrade.Ordinary, CountingMode.Calendar, "2026-07-13/2026-07-15", "2026-07-07", "2026-07-16")]
    // Before the assignment, on its day, and after the date nothing is counted that a pause could stop.
    [InlineData("2026-03-02", MatterGrade.Major, CountingMode.Working, "2026-02-01/2026-03-02 2026-05-01/2026-05-10", "2026-03-05", "2026-04-02")]
    [InlineData("2026-03-02", MatterGrade.Ordinary, CountingMode.Working, "2026-03-02/2026-03-02 2026-03-12/2026-03-31", "2026-03-05", "2026-03-11")]
    public void Paused_days_do_not_count(string assigned, MatterGrade grade, CountingMode mode, string pauses, string feedback, string settle)
    {
        var dates = Run(assigned, grade, mode, pauses);

        Assert.Equal((Day(assigned), Day(feedback), Day(settle)), (dates.Sign, dates.Feedback, dates.Settle));
    }

    [Fact]
    public void An_extension_is_taken_as_it_is_even_on_a_day_off_and_leaves_the_feedback_alone()
    {
        var dates = SupervisionClock.Run(
            new() { Assigned = Day("2026-09-21"), Grade = MatterGrade.Major, Mode = CountingMode.Working, ExtendedTo = Day("2026-10-03"), Pauses = [new(Day("2026-10-01"), Day("2026-10-31"))] },
            Days);

        Assert.Equal((Day("2026-09-24"), Day("2026-10-03")), (dates.Feedback, dates.Settle));
    }

    [Fact]
    public void Each_year_from_assignment_to_settling_names_its_source()
    {
        Assert.Equal([2026], Run("2026-03-02", MatterGrade.Major, CountingMode.Working).Calendar.Keys);
        var overTheEnd = Run("2026-12-20", MatterGrade.Major, CountingMode.Calendar).Calendar;
        Assert.Equal([new(2026, "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm"), new(2027, null)], overTheEnd);

        var longAfter = SupervisionClock.Run(
            new() { Assigned = Day("2022-03-02"), Grade = MatterGrade.Ordinary, Mode = CountingMode.Working, ExtendedTo = Day("2024-01-01") }, Days).Calendar;
        Assert.Equal([2022, 2023, 2024], longAfter.Keys.Order());
        Assert.Equal((null, "http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm"), (longAfter[2022], longAfter[2023]));
    }

    private static ClockDates Run(string assigned, MatterGrade grade, CountingMode mode, string pauses = "") =>
        SupervisionClock.Run(
            new()
            {
                Assigned = Day(assigned),
                Grade = grade,
                Mode = mode,
                Pauses = [.. pauses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('/')).Select(p => new Pause(Day(p[0]), Day(p[1])))],
            },
            Days);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

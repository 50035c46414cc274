using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>
/// The clock of 督查督办 by Shanxi's 13710 rhythm: assigned (and signed for) on the same day, progress reported in 3 days,
/// ordinary matters settled in 7, major ones in 1 month.
/// </summary>
public static class SupervisionClock
{
    private const int FeedbackAfter = 3;
    private const int SettleAfter = 7;

    /// <summary>
    /// The dates of a matter. Days are counted after the assignment, and paused ones are no days; a date that falls on a day off is
    /// moved on to the next working day that is not paused. Pauses before the assignment or after a date leave that date alone.
    /// </summary>
    /// <param name="input">What is asked; each pause ends no earlier than it begins.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static ClockDates Run(ClockInput input, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(calendar);
        var paused = new PausedDays(input.Pauses);
        var settle = input.ExtendedTo ?? (input.Grade == MatterGrade.Major ? AfterAMonth() : After(SettleAfter, input.Mode));
        return new(
            input.Assigned,
            After(FeedbackAfter, input.Mode),
            settle,
            Enumerable.Range(input.Assigned.Year, Math.Max(1, settle.Year - input.Assigned.Year + 1)).ToDictionary(y => y, calendar.SourceOf));

        // The same day of the next month, or its last, lies so many days ahead; that those paused on the way are none moves it on by as many.
        DateOnly AfterAMonth() => After(input.Assigned.AddMonths(1).DayNumber - input.Assigned.DayNumber, CountingMode.Calendar);

        DateOnly After(int count, CountingMode mode)
        {
            var day = input.Assigned;
            while (count > 0)
            {
                day = day.AddDays(1);
                if (IsRunning(day) && (mode == CountingMode.Calendar || calendar.IsWorking(day))) count--;
            }

            while (!IsRunning(day) || !calendar.IsWorking(day)) day = day.AddDays(1);
            return day;
        }

        bool IsRunning(DateOnly day) => !paused.Contains(day);
    }
}

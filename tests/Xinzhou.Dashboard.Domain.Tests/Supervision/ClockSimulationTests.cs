using CsCheck;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Tests.Supervision;

/// <summary>
/// The clock against another reading of the same rule, day by day and from the lines of the notices, over the years that are known
/// and those beside them that are not.
/// </summary>
[Trait("Category", "Quick")]
public sealed class ClockSimulationTests
{
    private static readonly Dictionary<string, bool> Notices = ReadNotices();

    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, (365 * 7) + 1].Select(n => new DateOnly(2021, 6, 1).AddDays(n));

    private static readonly Gen<ClockInput> Any =
        Gen.Select(
            AnyDay, Gen.Bool, Gen.Bool, Gen.Select(Gen.Int[-20, 60], Gen.Int[0, 25]).Array[0, 5],
            (assigned, isMajor, isWorking, pauses) => new ClockInput
            {
                Assigned = assigned,
                Grade = isMajor ? MatterGrade.Major : MatterGrade.Ordinary,
                Mode = isWorking ? CountingMode.Working : CountingMode.Calendar,
                Pauses = [.. pauses.Select(p => new Pause(assigned.AddDays(p.Item1), assigned.AddDays(p.Item1 + p.Item2)))],
            });

    [Fact]
    public void It_says_what_a_calendar_on_the_wall_says()
    {
        var days = ReferenceWorkingDays.Read();
        Any.Sample(input =>
        {
            var dates = SupervisionClock.Run(input, days);
            return (dates.Sign, dates.Feedback, dates.Settle)
                == (input.Assigned, CountedOff(input, 3), input.Grade == MatterGrade.Major ? AMonthOn(input) : CountedOff(input, 7));
        }, iter: 20_000);
    }

    [Fact]
    public void Without_pauses_nothing_is_due_on_a_day_off_and_with_them_nothing_earlier_or_within_one()
    {
        var days = ReferenceWorkingDays.Read();
        Any.Sample(input =>
        {
            var (paused, plain) = (SupervisionClock.Run(input, days), SupervisionClock.Run(input with { Pauses = [] }, days));
            return IsWorked(plain.Settle) && IsWorked(paused.Settle) && IsWorked(paused.Feedback)
                && paused.Settle >= plain.Settle && paused.Feedback >= plain.Feedback && !IsPaused(input, paused.Settle)
                && input.Assigned < paused.Feedback && paused.Feedback <= paused.Settle
                && paused.Calendar.Keys.Order().SequenceEqual(Enumerable.Range(input.Assigned.Year, paused.Settle.Year - input.Assigned.Year + 1));
        });
    }

    private static DateOnly CountedOff(ClockInput input, int count)
    {
        var counted = Enumerable.Range(1, 500).Select(input.Assigned.AddDays)
            .Where(d => !IsPaused(input, d) && (input.Mode == CountingMode.Calendar || IsWorked(d)));
        return Due(input, counted.ElementAt(count - 1));
    }

    private static DateOnly AMonthOn(ClockInput input)
    {
        var (year, month) = input.Assigned.Month == 12 ? (input.Assigned.Year + 1, 1) : (input.Assigned.Year, input.Assigned.Month + 1);
        var named = new DateOnly(year, month, Math.Min(input.Assigned.Day, DateTime.DaysInMonth(year, month)));
        // The date moves on by the days paused before it, and by those that it meets on its way.
        for (var date = named; ;)
        {
            var before = Enumerable.Range(1, date.DayNumber - input.Assigned.DayNumber).Count(n => IsPaused(input, input.Assigned.AddDays(n)));
            if (named.AddDays(before) == date) return Due(input, date);
            date = named.AddDays(before);
        }
    }

    private static DateOnly Due(ClockInput input, DateOnly day) =>
        Enumerable.Range(0, 500).Select(day.AddDays).First(d => IsWorked(d) && !IsPaused(input, d));

    private static bool IsPaused(ClockInput input, DateOnly day) => input.Pauses.Any(p => p.From <= day && day <= p.To);

    private static bool IsWorked(DateOnly day) =>
        Notices.TryGetValue($"{day:yyyy-MM-dd}", out var isWorked) ? isWorked : day.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Friday;

    private static Dictionary<string, bool> ReadNotices()
    {
        using var reader = new StreamReader(ReferenceFiles.Open(ReferenceFiles.WorkingDays));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(l => l.Split(',')).ToDictionary(c => c[1], c => c[2] == "work");
    }
}

using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>Something that a unit has to do by a time, and how it counts.</summary>
internal static class Obligation
{
    /// <summary>How it counts: on time, late, or not at all while its time is not over and it is not done.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="row">What it is, with its time and when it was done.</param>
    /// <param name="pauses">Days that are no delay.</param>
    public static IEnumerable<CountedRow> Counted(ConductFacts facts, ConductRow row, IReadOnlyList<Pause>? pauses = null)
    {
        var due = row.Due!.Value;
        var done = row.At ?? facts.AsOf.Moment;
        if (row.At is null && done <= due) yield break;
        if (done <= due)
        {
            yield return new(ConductMeasure.OnTimeRate, row);
            yield break;
        }

        // A time that ends at 00:00 is of the day before.
        var late = row with { IsLate = true, DaysLate = WorkingDaysLate(Shanghai.DayOf(due.AddTicks(-1)), Shanghai.DayOf(done), facts.Days, pauses ?? []) };
        yield return new(ConductMeasure.OnTimeRate, late);
        yield return new(ConductMeasure.Late, late);
    }

    /// <summary>The working days after one day up to and with another, without paused ones.</summary>
    private static int WorkingDaysLate(DateOnly due, DateOnly done, WorkingDays days, IReadOnlyList<Pause> pauses)
    {
        if (pauses.Count == 0) return days.Between(due, done);
        var count = 0;
        for (var day = due.AddDays(1); day <= done; day = day.AddDays(1))
        {
            if (days.IsWorking(day) && !pauses.Any(p => p.From <= day && day <= p.To)) count++;
        }

        return count;
    }
}

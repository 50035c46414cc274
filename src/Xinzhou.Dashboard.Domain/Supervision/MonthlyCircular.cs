using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>月度通报: the notices of a month in counts, by unit and by grade, as they stood when it was over or stand while it lasts.</summary>
public sealed class MonthlyCircular
{
    /// <summary>How a month is written: 2026-10.</summary>
    private const string Form = "yyyy-MM";

    private MonthlyCircular(DateOnly first, DateOnly day, bool isOver, IReadOnlyList<Notice> notices)
    {
        (First, Day, IsOver) = (first, day, isOver);
        Rows =
        [
            RowOf(CircularGroup.All, null, notices),
            .. notices.GroupBy(n => n.Assignment.Lead)
                .Select(g => RowOf(CircularGroup.Department, g.Key, g))
                .Where(r => r.CountsAny)
                .OrderByDescending(r => r[CircularCount.Late]).ThenByDescending(r => r[CircularCount.Open]).ThenBy(r => r.Key, StringComparer.Ordinal),
            .. Enum.GetValues<MatterGrade>().Select(g => RowOf(CircularGroup.Grade, Code.Of(g), notices.Where(n => n.Assignment.Grade == g))),
        ];
    }

    /// <summary>The first day of the month.</summary>
    public DateOnly First { get; }

    /// <summary>The last day of the month.</summary>
    public DateOnly Last => LastOf(First);

    /// <summary>The month: 2026-10.</summary>
    public string Month => Written(First);

    /// <summary>The day that the notices are judged on: the last of the month, or that of the moment while the month lasts.</summary>
    public DateOnly Day { get; }

    /// <summary>The month was over at the moment.</summary>
    public bool IsOver { get; }

    /// <summary>All together, then by unit (the late ones first), then by grade.</summary>
    public IReadOnlyList<CircularRow> Rows { get; }

    /// <summary>The circular of a month.</summary>
    /// <param name="notices">All notices.</param>
    /// <param name="first">The first day of a month that has begun at the moment.</param>
    /// <param name="asOf">What is known then is counted, and nothing later than the month.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="isSeen">Whether the reader sees a notice; the others are not counted.</param>
    public static MonthlyCircular Of(NoticeBook notices, DateOnly first, AsOf asOf, WorkingDays calendar, Func<Notice, bool> isSeen)
    {
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(isSeen);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, Shanghai.DayOf(asOf.Moment));
        var end = Shanghai.EndOf(LastOf(first));
        var isOver = end <= asOf.Moment;
        var at = isOver ? asOf with { Moment = end } : asOf;
        return new(first, Shanghai.DayOf(at.Moment), isOver, [.. notices.At(at, calendar).Where(isSeen)]);
    }

    /// <summary>The first day of a month as it is written (2026-10); null where it is none, or has not begun.</summary>
    /// <param name="text">The month.</param>
    /// <param name="today">The day that it has begun by.</param>
    public static DateOnly? ReadBegun(string? text, DateOnly today) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first <= today ? first : null;

    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>A month: 2026-10.</summary>
    /// <param name="day">Any day of it.</param>
    public static string Written(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    private static DateOnly LastOf(DateOnly first) => new(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));

    private CircularRow RowOf(CircularGroup group, string? key, IEnumerable<Notice> notices)
    {
        Notice[] all = [.. notices];
        return new(
            group, key,
            Enum.GetValues<CircularCount>().ToDictionary<CircularCount, CircularCount, IReadOnlyList<Notice>>(c => c, c => [.. all.Where(n => Counts(n, c))]));
    }

    private bool Counts(Notice notice, CircularCount count)
    {
        DateOnly? closed = notice.ClosedAt is { } at ? Shanghai.DayOf(at) : null;
        return count switch
        {
            CircularCount.Issued => IsWithin(Shanghai.DayOf(notice.Assignment.At)),
            CircularCount.Due => IsWithin(notice.Clock.Settle),
            CircularCount.Closed => IsWithin(closed),
            CircularCount.ClosedInTime => IsWithin(closed) && !notice.IsLate,
            CircularCount.Late => notice.IsLate && !(closed < First),
            _ => !notice.IsClosed,
        };
    }

    private bool IsWithin(DateOnly? day) => First <= day && day <= Last;
}

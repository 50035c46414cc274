using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Administration.Calendar;

/// <summary>The words for days of the calendar, in the language of the page.</summary>
/// <param name="working">Which days are worked.</param>
/// <param name="text">The words.</param>
public sealed class DayWords(WorkingDays working, IStringLocalizer<DayWords> text)
{
    /// <summary>10-15 周四; with the year where it is another one than expected.</summary>
    public string Day(DateOnly day, int year) =>
        day.ToString(day.Year == year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture) + " " + text[day.DayOfWeek.ToString()];

    /// <summary>Why a day is not worked: 国庆节放假, 周末; null for a working day.</summary>
    public string? Off(DateOnly day) => working.IsWorking(day) ? null
        : working.Holiday(day) is { } holiday ? text["Holiday", text[holiday].Value].Value
        : text["Weekend"].Value;

    /// <summary>11 个工作日: from the day it opens to the day it is due, both counted.</summary>
    public string Span(DateOnly opens, DateOnly due) => text["Span", working.Between(opens.AddDays(-1), due)] + (working.Knows(due.Year) ? "" : text["WeekOnly"]);

    /// <summary>还有 4 个工作日, 今天截止, 已过 2 个工作日.</summary>
    public string Left(DateOnly today, DateOnly due) => due == today ? text["Today"]
        : due > today ? text["Left", working.Between(today, due)]
        : text["Past", working.Between(due, today)];
}

using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>Dates of publication: a day, a month (its last day), or an RFC 3339 instant; and days found within a text.</summary>
public static partial class DateNotation
{
    /// <summary>Nothing cited here was published before; it keeps moments within what every part can represent.</summary>
    private const int EarliestYear = 1900;

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFK"];

    /// <summary>
    /// Reads a date of publication: <c>2023-08-18</c> is 00:00 of that day in Asia/Shanghai, <c>2023-08</c> the last day of
    /// the month, <c>2023-08-18T09:30:00+08:00</c> the instant (to the microsecond, as it is kept).
    /// </summary>
    public static DateTimeOffset? Read(string text)
    {
        if (Day(text) is { } day)
        {
            return Shanghai.StartOf(day);
        }

        return ReadInstant(text) is { Year: >= EarliestYear and < 9999 } moment ? moment : null;
    }

    /// <summary>Reads an RFC 3339 instant, of its fraction as much as is kept: the microseconds; null when it is none.</summary>
    public static DateTimeOffset? ReadInstant(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return OffsetAtEnd().IsMatch(text)
            && DateTimeOffset.TryParseExact(
                BeyondMicroseconds().Replace(text.ToUpperInvariant(), "$1"), Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? moment
                : null;
    }

    /// <summary>The moment as the database keeps it: to the microsecond, the rest cut off.</summary>
    public static DateTimeOffset ToMicrosecond(DateTimeOffset moment) =>
        new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMicrosecond), moment.Offset);

    /// <summary>A moment in the shortest notation that <see cref="Read"/> reads back: the day where it is 00:00 in Shanghai.</summary>
    public static string Write(DateTimeOffset moment)
    {
        var local = moment.ToOffset(Shanghai.Offset);
        return local.TimeOfDay == TimeSpan.Zero
            ? local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture);
    }

    /// <summary>The first <c>YYYY-MM-DD</c> in a text; null if there is none.</summary>
    public static DateOnly? FirstDayIn(string text) =>
        DayWithin().Matches(text).Select(m => Day(m.Value)).FirstOrDefault(d => d is not null);

    /// <summary>The first <c>YYYY-MM-DD</c> or <c>YYYY-MM</c> (its last day) in a text; null if there is none.</summary>
    public static DateOnly? FirstDayOrMonthIn(string text) =>
        DayOrMonthWithin().Matches(text).Select(m => Day(m.Value)).FirstOrDefault(d => d is not null);

    /// <summary>Whether a date of publication names a month and no day: <c>2023-08</c>.</summary>
    public static bool IsMonth(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 7 && Day(text) is not null;
    }

    /// <summary>Whether what <see cref="FirstDayOrMonthIn"/> finds in a text is a month, without a day.</summary>
    public static bool IsMonthIn(string text) =>
        DayOrMonthWithin().Matches(text).Select(m => m.Value).FirstOrDefault(v => Day(v) is not null) is { } found && IsMonth(found);

    private static DateOnly? Day(string text)
    {
        if (text.Length == 10
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.Year >= EarliestYear ? day : null;
        }

        return text.Length == 7
            && DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && first.Year >= EarliestYear
                ? new(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month))
                : null;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")]
    private static partial Regex DayWithin();

    [GeneratedRegex("(?<![0-9])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9]|-[0-9])")]
    private static partial Regex DayOrMonthWithin();

    [GeneratedRegex("(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$")]
    private static partial Regex OffsetAtEnd();

    [GeneratedRegex(@"(?<=:[0-9]{2})(\.[0-9]{6})[0-9]+(?=Z|[+-])")]
    private static partial Regex BeyondMicroseconds();
}

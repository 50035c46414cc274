using System.Globalization;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Administration.Calendar;

/// <summary>What is typed of an entry of the calendar: moments of Asia/Shanghai, as the browser's fields write them.</summary>
/// <param name="Opens">2026-10-01T00:00.</param>
/// <param name="Due">2026-10-15T18:00.</param>
/// <param name="Closes">2026-10-31T18:00.</param>
/// <param name="Reminder">Days.</param>
/// <param name="Escalation">Days.</param>
/// <param name="Reason">Why.</param>
/// <param name="Seen">The version that was seen; null for a new entry.</param>
public sealed record CalendarForm(string? Opens, string? Due, string? Closes, string? Reminder, string? Escalation, string? Reason, int? Seen)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <summary>A form filled with dates.</summary>
    public static CalendarForm Of(ReturnDates dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return new(Text(dates.OpensAt), Text(dates.DueAt), Text(dates.ClosesAt), Text(dates.ReminderDays), Text(dates.EscalationDays), null, null);
    }

    public static CalendarForm Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(form["opens"], form["due"], form["closes"], form["reminder"], form["escalation"], form["reason"],
            int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null);
    }

    /// <summary>What is meant; null where a moment or a number is missing or none.</summary>
    /// <param name="held">The dates that are changed: a moment whose minute is left as it was stays what it was, seconds and all.</param>
    public ReturnDates? Dates(ReturnDates? held) =>
        Moment(Opens, held?.OpensAt) is { } opens && Moment(Due, held?.DueAt) is { } due && Moment(Closes, held?.ClosesAt) is { } closes
        && Number(Reminder) is { } reminder && Number(Escalation) is { } escalation
            ? new(opens, due, closes, reminder, escalation)
            : null;

    private static DateTimeOffset? Moment(string? text, DateTimeOffset? held) =>
        !DateTime.TryParseExact(text, [Format, Format + "':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 2000 or > 2100 ? null
        : held is { } was && Text(was) == local.ToString(Format, CultureInfo.InvariantCulture) ? was
        : new DateTimeOffset(local, Shanghai.Offset);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(DateTimeOffset moment) => moment.ToOffset(Shanghai.Offset).ToString(Format, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

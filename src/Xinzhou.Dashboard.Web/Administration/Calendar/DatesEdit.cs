using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Administration.Calendar;

/// <summary>What is typed of an entry of the calendar: days and times of Asia/Shanghai.</summary>
public sealed record DatesEdit
{
    private const string TimeFormat = "HH:mm";

    public DateOnly? Opens { get; init; }

    /// <summary>00:00.</summary>
    public string? OpensTime { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>18:00.</summary>
    public string? DueTime { get; init; }

    public DateOnly? Closes { get; init; }

    /// <summary>18:00.</summary>
    public string? ClosesTime { get; init; }

    /// <summary>Days before it is due.</summary>
    public string? Reminder { get; init; }

    /// <summary>Days after it was due.</summary>
    public string? Escalation { get; init; }

    public string? Reason { get; init; }

    /// <summary>The version that was seen; null for a new entry. A draft keeps it, so that what others saved since is told.</summary>
    public int? Seen { get; init; }

    /// <summary>Begins with dates.</summary>
    public static DatesEdit Of(ReturnDates dates, int? seen)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return new()
        {
            Opens = Shanghai.DayOf(dates.OpensAt),
            OpensTime = TimeOf(dates.OpensAt),
            Due = Shanghai.DayOf(dates.DueAt),
            DueTime = TimeOf(dates.DueAt),
            Closes = Shanghai.DayOf(dates.ClosesAt),
            ClosesTime = TimeOf(dates.ClosesAt),
            Reminder = dates.ReminderDays.ToString(CultureInfo.InvariantCulture),
            Escalation = dates.EscalationDays.ToString(CultureInfo.InvariantCulture),
            Seen = seen,
        };
    }

    /// <summary>The same, due on another day; it closes as much later, where it would close before.</summary>
    public DatesEdit DueOn(DateOnly day) => this with { Due = day, Closes = Closes < day ? day : Closes };

    /// <summary>What is meant; null where a moment or a number is missing or none.</summary>
    /// <param name="held">The dates that are changed: a moment whose minute is left as it was stays what it was, seconds and all.</param>
    public ReturnDates? Dates(ReturnDates? held) =>
        Moment(Opens, OpensTime, held?.OpensAt) is { } opens && Moment(Due, DueTime, held?.DueAt) is { } due && Moment(Closes, ClosesTime, held?.ClosesAt) is { } closes
        && Number(Reminder) is { } reminder && Number(Escalation) is { } escalation
            ? new(opens, due, closes, reminder, escalation)
            : null;

    private static DateTimeOffset? Moment(DateOnly? day, string? time, DateTimeOffset? held) =>
        day is not { Year: >= 2000 and <= 2100 } on
        || !TimeOnly.TryParseExact(time?.Trim().Replace('：', ':'), [TimeFormat, "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? null
        : held is { } was && Shanghai.DayOf(was) == on && TimeOf(was) == at.ToString(TimeFormat, CultureInfo.InvariantCulture) ? was
        : new DateTimeOffset(on, at, Shanghai.Offset);

    private static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string TimeOf(DateTimeOffset moment) => moment.ToOffset(Shanghai.Offset).ToString(TimeFormat, CultureInfo.InvariantCulture);
}

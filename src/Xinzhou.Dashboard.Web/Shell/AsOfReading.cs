using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>What an address says about the moment it asks for (<c>asOf</c>, <c>clock</c>), read and judged against now.</summary>
/// <param name="Past">The moment asked for; null when the view is of today, or when the address is at fault.</param>
/// <param name="Written">The parameter as written; null if there is none.</param>
/// <param name="Fault">Why the moment cannot be answered; null when it can.</param>
/// <param name="Today">The day it is in Asia/Shanghai.</param>
public sealed record AsOfReading(AsOf? Past, string? Written, AsOfFault? Fault, DateOnly Today)
{
    /// <summary>The word that may stand for the day it is.</summary>
    public const string TodayWord = "today";

    /// <summary>The parameter's word for the clock of publication; the default.</summary>
    public const string KnownClock = "known";

    /// <summary>The parameter's word for the clock of this installation.</summary>
    public const string RecordedClock = "recorded";

    /// <summary>The day the view shows, in Asia/Shanghai: today, or the day asked for.</summary>
    public DateOnly Day => Past is { } past ? Shanghai.DayOf(past.Moment) : Today;

    /// <summary>The moment in words: the day for the end of a day, else day and time of day in Asia/Shanghai (2023-09-30 15:20).</summary>
    public string Text
    {
        get
        {
            var day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return Past is not { } past || past.Moment == Shanghai.EndOf(Day)
                ? day
                : $"{day} {past.Moment.ToOffset(Shanghai.Offset).ToString("HH:mm", CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>
    /// Reads the two parameters. A day means its end in Asia/Shanghai, today means now; an instant is as RFC 3339
    /// writes it. Later than now, unreadable, or an unknown clock is a fault.
    /// </summary>
    public static AsOfReading Read(string? asOf, string? clock, DateTimeOffset now)
    {
        var today = Shanghai.DayOf(now);
        AsOfReading Faulty(AsOfFault fault) => new(null, asOf, fault, today);

        if (clock is not (null or "" or KnownClock or RecordedClock))
        {
            return Faulty(AsOfFault.UnknownClock);
        }

        if (string.IsNullOrEmpty(asOf))
        {
            return new(null, null, null, today);
        }

        if (asOf == TodayWord)
        {
            return new(null, asOf, null, today);
        }

        DateTimeOffset moment;
        if (DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (day == today)
            {
                return new(null, asOf, null, today);
            }

            if (day > today)
            {
                return Faulty(AsOfFault.Future);
            }

            moment = Shanghai.EndOf(day);
        }
        else if (!TryReadInstant(asOf, out moment))
        {
            return Faulty(AsOfFault.Unreadable);
        }

        return moment > now
            ? Faulty(AsOfFault.Future)
            : new(new AsOf(moment, clock == RecordedClock ? Clock.Recorded : Clock.Known), asOf, null, today);
    }

    private static bool TryReadInstant(string text, out DateTimeOffset moment)
    {
        // A plus sign that was not escaped in an address arrives as a space.
        var read = DateNotation.ReadInstant(text.Replace(' ', '+'));
        moment = read ?? default;
        return read is not null;
    }
}

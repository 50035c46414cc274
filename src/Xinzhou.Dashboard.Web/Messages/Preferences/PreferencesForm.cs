using Xinzhou.Dashboard.Domain.Messages;

namespace Xinzhou.Dashboard.Web.Messages.Preferences;

/// <summary>How somebody wants to be told, as he fills it in.</summary>
public sealed class PreferencesForm
{
    /// <summary>The choice to have what the house has.</summary>
    public const string House = "house";

    /// <summary>The choice of hours of one's own.</summary>
    public const string Own = "own";

    // Some browsers send seconds with the minutes.
    private static readonly string[] Forms = ["HH:mm", "HH:mm:ss"];

    /// <summary>Whether he wants mail.</summary>
    public bool Mailed { get; set; }

    /// <summary>Whether he wants the digest of the week.</summary>
    public bool Digest { get; set; }

    /// <summary><see cref="House"/> or <see cref="Own"/>.</summary>
    public string? Quiet { get; set; }

    /// <summary>From when it is quiet: 22:00.</summary>
    public string? From { get; set; }

    /// <summary>Until when.</summary>
    public string? Until { get; set; }

    /// <summary>Whether days off are quiet.</summary>
    public bool DaysOff { get; set; }

    /// <summary>The form that shows what somebody has chosen.</summary>
    public static PreferencesForm Of(MessagePreferences chosen, QuietHours house)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var quiet = chosen.QuietOr(house);
        return new()
        {
            Mailed = chosen.IsMailed,
            Digest = chosen.HasDigest,
            Quiet = chosen.Quiet is null ? House : Own,
            From = Text(quiet.From),
            Until = Text(quiet.Until),
            DaysOff = quiet.DaysOff,
        };
    }

    /// <summary>A time of the day as the field shows it.</summary>
    public static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What is chosen; null where the hours are none.</summary>
    public MessagePreferences? Read() =>
        Quiet != Own ? new(Mailed, Digest, null)
        : Time(From) is { } from && Time(Until) is { } until ? new(Mailed, Digest, new(from, until, DaysOff))
        : null;

    private static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new TimeOnly(time.Hour, time.Minute)
            : null;
}

using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Messages;

/// <summary>免打扰: when no mail is sent. What comes meanwhile lies in the inbox at once, and is mailed together afterwards.</summary>
/// <param name="From">From this time of the day in Asia/Shanghai on it is quiet.</param>
/// <param name="Until">
/// From this time on it is not any more: of the next day where it is before <paramref name="From"/>. Where both are the same, no hour is quiet.
/// </param>
/// <param name="DaysOff">Whether days that are not worked are quiet as a whole: weekends and holidays, but not those that make up for one (调休).</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, bool DaysOff)
{
    /// <summary>Mail is sent at any time.</summary>
    public static QuietHours None { get; } = new(TimeOnly.MinValue, TimeOnly.MinValue, false);

    /// <summary>Whether some hours of each day are quiet.</summary>
    public bool HasHours => From != Until;

    /// <summary>Whether it is quiet at a moment.</summary>
    public bool IsQuiet(DateTimeOffset moment, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var local = moment.ToOffset(Shanghai.Offset).DateTime;
        if (DaysOff && !days.IsWorking(DateOnly.FromDateTime(local))) return true;
        var time = TimeOnly.FromDateTime(local);
        return From <= Until ? From <= time && time < Until : time >= From || time < Until;
    }
}
